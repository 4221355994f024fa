package rei.sms.webhooks;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import rei.sms.db.mirror.TableHooks;
import rei.sms.webhooks.payload.Refusal;

/**
 * Takes word from Airtable that somebody changed a table. The word says not what; it is
 * signed, so it needs no token.
 */
@RestController
class ChangeController {

	private static final int LONGEST = 64 * 1024;

	private final TableHooks hooks;

	ChangeController(TableHooks hooks) {
		this.hooks = hooks;
	}

	@PostMapping("/airtable/changes/{table}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void hear(@PathVariable String table, HttpServletRequest request,
			@RequestHeader(name = ContentMac.HEADER, required = false) @Nullable String mac) throws IOException {
		var body = request.getInputStream().readNBytes(LONGEST);
		var hook = this.hooks.find(table)
			.filter((known) -> new ContentMac(known.secret()).verifies(body, mac))
			.orElseThrow(() -> new Refusal(HttpStatus.UNAUTHORIZED, ContentMac.HEADER + " is wrong or absent"));
		this.hooks.pinged(hook.table());
	}

}
