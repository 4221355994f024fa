package rei.sms.jobs.airtable;

import java.time.Duration;
import java.util.Map;

import okhttp3.HttpUrl;
import okhttp3.Request;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import rei.sms.jobs.http.Timeouts;

/**
 * How to reach Airtable and what its plan allows.
 *
 * @param apiUrl scheme and host, without {@code /v0}
 * @param apiKey the token
 * @param leadsConvosBase the base of messages, contacts and campaigns
 * @param performanceBase the base of key figures; the leads base when blank
 * @param campaignControlBase the base of our numbers; the leads base when blank
 * @param requestsPerSecond calls a second and base
 * @param monthlyCalls the plan's budget of calls a month
 * @param longestWait how long a call may wait for its turn
 * @param connectTimeout to be connected
 * @param readTimeout without a byte of the answer
 * @param tables names of tables that the team renamed
 */
@ConfigurationProperties("airtable")
public record AirtableProperties(@DefaultValue("https://api.airtable.com") String apiUrl,
		@DefaultValue("") String apiKey, @DefaultValue("") String leadsConvosBase,
		@DefaultValue("") String performanceBase, @DefaultValue("") String campaignControlBase,
		@DefaultValue("5") int requestsPerSecond, @DefaultValue("100000") long monthlyCalls,
		@DefaultValue("20s") Duration longestWait, @DefaultValue("5s") Duration connectTimeout,
		@DefaultValue("15s") Duration readTimeout, @DefaultValue Map<Table, String> tables) {

	public AirtableProperties {
		apiUrl = apiUrl.replaceFirst("/+(?:v0/*)?$", "");
		performanceBase = performanceBase.isBlank() ? leadsConvosBase : performanceBase;
		campaignControlBase = campaignControlBase.isBlank() ? leadsConvosBase : campaignControlBase;
		tables = Map.copyOf(tables);
	}

	/** The id of a base. */
	public String baseId(Base base) {
		return switch (base) {
			case LEADS_CONVOS -> this.leadsConvosBase;
			case PERFORMANCE -> this.performanceBase;
			case CAMPAIGN_CONTROL -> this.campaignControlBase;
		};
	}

	/** The name of a table in its base. */
	public String tableName(Table table) {
		var name = this.tables.getOrDefault(table, "");
		return name.isBlank() ? table.usualName() : name;
	}

	Timeouts timeouts() {
		return new Timeouts(this.connectTimeout, this.readTimeout,
				this.connectTimeout.plus(this.longestWait).plus(this.readTimeout));
	}

	HttpUrl.Builder root() {
		return HttpUrl.get(this.apiUrl).newBuilder().addPathSegment("v0");
	}

	Request.Builder request(HttpUrl url) {
		return new Request.Builder().url(url).header("Authorization", "Bearer " + this.apiKey);
	}

	@Override
	public String toString() {
		return "AirtableProperties[" + this.apiUrl + ", " + this.leadsConvosBase + "]";
	}

}
