package rei.sms.jobs.airtable;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import okhttp3.HttpUrl;
import okhttp3.Request;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import rei.sms.jobs.http.Rejected;

/** Airtable's calls, each made at its base's rate; up to ten records in one write. */
@Component
public final class AirtableClient {

	/** As many records as one write takes. */
	public static final int BATCH = 10;

	private static final int LONGEST_URL = 15_000;

	private final AirtableProperties properties;

	private final AirtableCalls calls;

	AirtableClient(AirtableProperties properties, AirtableCalls calls) {
		this.properties = properties;
		this.calls = calls;
	}

	/**
	 * One page of a listing.
	 * @param cursor where the page before it said that the listing goes on
	 * @throws CursorExpired when the listing is to be started again
	 */
	public Page list(Table table, ListQuery query, Optional<String> cursor, Lane lane) {
		var answer = repeatable(table, lane, listing(table, query, cursor));
		return new Page(records(answer), Optional.ofNullable(answer.path("offset").stringValue(null)));
	}

	/** The pages of a listing, each fetched when it is asked for. */
	public Iterator<Page> pages(Table table, ListQuery query, Lane lane) {
		return new Pages((cursor) -> list(table, query, cursor, lane));
	}

	/** One record, or empty when there is none. */
	public Optional<AirtableRecord> find(Table table, RecordId id, Lane lane) {
		var request = this.properties.request(url(table).addPathSegment(id.value()).build()).build();
		try {
			return Optional.of(AirtableRecord.read(repeatable(table, lane, request)));
		}
		catch (Rejected ex) {
			if (ex.status() == 404) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	/** Creates records; never repeated, so a lost answer may leave them created. */
	public List<AirtableRecord> create(Table table, List<Map<String, Object>> rows, Lane lane) {
		var body = Map.of("records", rows.stream().map((row) -> Map.of("fields", row)).toList());
		var request = this.properties.request(url(table).build()).post(this.calls.body(body)).build();
		return records(judged(table, lane, () -> this.calls.once(base(table), lane, request)));
	}

	/** Changes the named cells of records whose ids are known: safe to repeat. */
	public List<AirtableRecord> update(Table table, List<Draft> drafts, Lane lane) {
		return patch(table, Map.of("records", drafts), lane);
	}

	/**
	 * Creates or changes records, matched on the fields {@code keys} where their ids are
	 * not known: safe to repeat.
	 */
	public List<AirtableRecord> upsert(Table table, List<String> keys, List<Draft> drafts, Lane lane) {
		return patch(table, Map.of("performUpsert", Map.of("fieldsToMergeOn", keys), "records", drafts), lane);
	}

	/**
	 * Deletes records: safe to repeat.
	 * @throws Rejected when one of them is gone already, which may look as if our token
	 * had no access
	 */
	public void delete(Table table, List<RecordId> ids, Lane lane) {
		var url = url(table);
		ids.forEach((id) -> url.addQueryParameter("records[]", id.value()));
		this.calls.repeatable(base(table), lane, this.properties.request(url.build()).delete(null).build());
	}

	/** What tables and fields a base has. */
	public BaseSchema schema(Base base, Lane lane) {
		return BaseSchema.read(metadata(base, lane));
	}

	JsonNode metadata(Base base, Lane lane) {
		var id = this.properties.baseId(base);
		var url = this.properties.root()
			.addPathSegments("meta/bases")
			.addPathSegment(id)
			.addPathSegment("tables")
			.build();
		try {
			return this.calls.repeatable(id, lane, this.properties.request(url).build());
		}
		catch (Rejected ex) {
			throw denied(ex) || ex.status() == 404 ? this.calls.forbidden(id, ex) : ex;
		}
	}

	private List<AirtableRecord> patch(Table table, Map<String, Object> body, Lane lane) {
		return records(repeatable(table, lane,
				this.properties.request(url(table).build()).patch(this.calls.body(body)).build()));
	}

	private Request listing(Table table, ListQuery query, Optional<String> cursor) {
		var url = ListUrl.of(url(table), query, cursor);
		if (url.toString().length() <= LONGEST_URL) {
			return this.properties.request(url).build();
		}
		return this.properties.request(url(table).addPathSegment("listRecords").build())
			.post(this.calls.body(ListUrl.body(query, cursor)))
			.build();
	}

	private JsonNode repeatable(Table table, Lane lane, Request request) {
		return judged(table, lane, () -> this.calls.repeatable(base(table), lane, request));
	}

	/**
	 * Airtable answers 403 both when our token may not and when the table is gone; its
	 * metadata tell which.
	 */
	private JsonNode judged(Table table, Lane lane, Supplier<JsonNode> call) {
		try {
			return call.get();
		}
		catch (Rejected ex) {
			if (denied(ex) && schema(table.base(), lane).table(this.properties.tableName(table)).isPresent()) {
				throw this.calls.forbidden(base(table), ex);
			}
			throw ex;
		}
	}

	private static boolean denied(Rejected ex) {
		return ex.status() == 401 || ex.status() == 403;
	}

	private static List<AirtableRecord> records(JsonNode answer) {
		return answer.path("records").valueStream().map(AirtableRecord::read).toList();
	}

	private String base(Table table) {
		return this.properties.baseId(table.base());
	}

	private HttpUrl.Builder url(Table table) {
		return this.properties.root().addPathSegment(base(table)).addPathSegment(this.properties.tableName(table));
	}

}
