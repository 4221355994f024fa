package rei.sms.jobs.airtable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import okhttp3.HttpUrl;
import okhttp3.Request;
import org.springframework.stereotype.Component;

/**
 * The webhooks of the team's bases. A refusal concerns the webhook only: a token without
 * that scope still serves everything else.
 */
@Component
public final class AirtableWebhooks {

	private final AirtableProperties properties;

	private final AirtableCalls calls;

	AirtableWebhooks(AirtableProperties properties, AirtableCalls calls) {
		this.properties = properties;
		this.calls = calls;
	}

	/**
	 * Creates a webhook that pings when a watched field of a table changes; never
	 * repeated.
	 * @param tableId the table's id, from its mapping
	 * @param fieldIds the ids of the fields to watch
	 * @param kinds of changes: {@code add}, {@code update}, {@code remove}
	 */
	public BaseWebhook create(Base base, String tableId, List<String> fieldIds, List<String> kinds, HttpUrl ping) {
		var filters = Map.of("dataTypes", List.of("tableData"), "recordChangeScope", tableId, "watchDataInFieldIds",
				fieldIds, "changeTypes", kinds);
		var body = Map.of("notificationUrl", ping.toString(), "specification",
				Map.of("options", Map.of("filters", filters)));
		var request = request(url(base)).post(this.calls.body(body)).build();
		return BaseWebhook.read(this.calls.once(id(base), Lane.BULK, request));
	}

	/** The webhooks that the base has. */
	public List<BaseWebhook> list(Base base) {
		return this.calls.repeatable(id(base), Lane.BULK, request(url(base)).build())
			.path("webhooks")
			.valueStream()
			.map(BaseWebhook::read)
			.toList();
	}

	/** Keeps a webhook for another seven days; answers until when. */
	public Instant refresh(Base base, String webhook) {
		var request = request(url(base).addPathSegment(webhook).addPathSegment("refresh"))
			.post(this.calls.body(Map.of()))
			.build();
		return BaseWebhook.read(this.calls.repeatable(id(base), Lane.BULK, request)).expires().orElseThrow();
	}

	/** Ends a webhook. */
	public void delete(Base base, String webhook) {
		this.calls.repeatable(id(base), Lane.BULK, request(url(base).addPathSegment(webhook)).delete(null).build());
	}

	/** What a webhook collected from {@code cursor} on, which begins at 1. */
	public Changes changes(Base base, String webhook, long cursor) {
		var url = url(base).addPathSegment(webhook)
			.addPathSegment("payloads")
			.addQueryParameter("cursor", String.valueOf(cursor));
		return Changes.read(this.calls.repeatable(id(base), Lane.URGENT, request(url).build()));
	}

	private String id(Base base) {
		return this.properties.baseId(base);
	}

	private HttpUrl.Builder url(Base base) {
		return this.properties.root().addPathSegment("bases").addPathSegment(id(base)).addPathSegment("webhooks");
	}

	private Request.Builder request(HttpUrl.Builder url) {
		return this.properties.request(url.build());
	}

}
