package rei.sms.sandbox.textgrid;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Brings what phones write to the account's webhook, and obeys stop words itself as the
 * provider does.
 */
final class Phones {

	private static final Set<String> STOPS = Set.of("stop", "quit", "end", "unsubscribe");

	private static final Set<String> STARTS = Set.of("start", "yes", "unstop");

	private final String accountSid;

	private final Clock clock;

	private final Messages messages;

	private final Poster poster;

	private volatile @Nullable String inboundUrl;

	Phones(TextGridOptions options, Messages messages, Poster poster) {
		this.accountSid = options.accountSid();
		this.clock = options.clock();
		this.messages = messages;
		this.poster = poster;
	}

	/** Posts to this address from now on, and what nobody has taken yet at once. */
	void inboundUrl(String url) {
		boolean changed = !url.equals(this.inboundUrl);
		this.inboundUrl = url;
		if (changed) {
			this.messages.inbounds().stream().filter((inbound) -> !inbound.isSettled()).forEach(this::post);
		}
	}

	Inbound receive(String phone, String number, String body, List<String> media, boolean stop) {
		String word = body.strip().toLowerCase(Locale.ROOT);
		obey(word, phone, number);
		var inbound = new Inbound(Sids.fresh(), phone, number, body, media, this.clock.instant(),
				stop || STOPS.contains(word), 0);
		this.messages.add(inbound);
		post(inbound);
		return inbound;
	}

	void receiveLater(Planned text) {
		this.messages.plan(text);
		wake(text);
	}

	/** Goes on with what phones were about to write when the process stopped. */
	void resume(Messages.Saved saved) {
		saved.planned().forEach(this::wake);
	}

	/** Posts a text again under the same SID. */
	void post(Inbound inbound) {
		String url = this.inboundUrl;
		if (url != null) {
			var _ = this.poster.post(url, form(inbound), (status) -> this.messages.answered(inbound.sid(), status));
		}
	}

	private void wake(Planned text) {
		var delay = Duration.between(Instant.now(), text.due());
		this.poster.later(delay.isNegative() ? Duration.ZERO : delay, () -> {
			if (this.messages.take(text)) {
				receive(text.phone(), text.number(), text.body(), List.of(), text.stop());
			}
		});
	}

	private void obey(String word, String phone, String number) {
		if (STOPS.contains(word)) {
			this.messages.block(new Messages.Pair(number, phone));
		}
		if (STARTS.contains(word)) {
			this.messages.unblock(new Messages.Pair(number, phone));
		}
	}

	private Map<String, String> form(Inbound inbound) {
		var form = new LinkedHashMap<String, String>();
		form.put("AccountSid", this.accountSid);
		form.put("MessageSid", inbound.sid());
		form.put("From", inbound.from());
		form.put("To", inbound.to());
		form.put("Body", inbound.body());
		form.put("SmsStatus", "received");
		form.put("NumSegments", String.valueOf(Segments.of(inbound.body())));
		form.put("NumMedia", String.valueOf(inbound.media().size()));
		for (int i = 0; i < inbound.media().size(); i++) {
			form.put("MediaUrl" + i, inbound.media().get(i));
			form.put("MediaContentType" + i, "image/jpeg");
		}
		return form;
	}

}
