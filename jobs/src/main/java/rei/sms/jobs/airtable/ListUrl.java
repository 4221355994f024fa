package rei.sms.jobs.airtable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import okhttp3.HttpUrl;

/**
 * A listing as the parameters of an address or, where that would be too long, as a body.
 */
final class ListUrl {

	private ListUrl() {
	}

	static HttpUrl of(HttpUrl.Builder url, ListQuery query, Optional<String> cursor) {
		url.addQueryParameter("pageSize", String.valueOf(query.pageSize()));
		query.fields().forEach((field) -> url.addQueryParameter("fields[]", field));
		query.filter().ifPresent((filter) -> url.addQueryParameter("filterByFormula", filter.toString()));
		for (int i = 0; i < query.sort().size(); i++) {
			url.addQueryParameter("sort[" + i + "][field]", query.sort().get(i));
		}
		query.view().ifPresent((view) -> url.addQueryParameter("view", view));
		cursor.ifPresent((offset) -> url.addQueryParameter("offset", offset));
		return url.build();
	}

	static Map<String, Object> body(ListQuery query, Optional<String> cursor) {
		var body = new LinkedHashMap<String, Object>();
		body.put("pageSize", query.pageSize());
		if (!query.fields().isEmpty()) {
			body.put("fields", query.fields());
		}
		query.filter().ifPresent((filter) -> body.put("filterByFormula", filter.toString()));
		body.put("sort", query.sort().stream().map((field) -> Map.of("field", field)).toList());
		query.view().ifPresent((view) -> body.put("view", view));
		cursor.ifPresent((offset) -> body.put("offset", offset));
		return body;
	}

}
