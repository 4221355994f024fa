package rei.sms.config.roles;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import rei.sms.db.message.PhoneNumber;
import rei.sms.db.operations.Pause.Scope;

/** What is stopped or let go again; everything when nothing is named. */
class Scopes {

	@Option(names = "--market", paramLabel = "M", description = "Only this market.")
	private @Nullable String market;

	@Option(names = "--campaign", paramLabel = "C", description = "Only this campaign, by its name or id.")
	private @Nullable String campaign;

	@Option(names = "--number", paramLabel = "N", description = "Only this number of ours.")
	private @Nullable PhoneNumber number;

	@Option(names = "--template", paramLabel = "T", description = "Only this template, by its name or record.")
	private @Nullable String template;

	/** The value of each scope that was named. */
	Map<Scope, String> named() {
		var scopes = new LinkedHashMap<Scope, String>();
		if (this.market != null) {
			scopes.put(Scope.MARKET, this.market);
		}
		if (this.campaign != null) {
			scopes.put(Scope.CAMPAIGN, this.campaign);
		}
		if (this.number != null) {
			scopes.put(Scope.NUMBER, this.number.e164());
		}
		if (this.template != null) {
			scopes.put(Scope.TEMPLATE, this.template);
		}
		return scopes.isEmpty() ? Map.of(Scope.ALL, "") : scopes;
	}

}
