package rei.sms.ops.runs;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.ops.access.PagesOn;

/** Looks up what a record that was set aside holds, by the key its step knows it by. */
@Component
@Conditional(PagesOn.class)
class Payloads {

	private final JdbcClient jdbc;

	Payloads(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Map<String, List<Payload>> of(Collection<String> keys) {
		return this.jdbc
			.sql("""
					WITH wanted AS (
						SELECT key, CASE WHEN key ~* '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
							THEN substring(key FROM '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}')::uuid END AS id
						FROM unnest(:keys::text[]) AS key)
					SELECT w.key, 'inbound text' AS what, i.seller_phone AS phone, i.body AS text
					FROM wanted w JOIN inbound i ON i.sid = w.key
					UNION ALL SELECT w.key, 'echo', e.seller_phone, e.body FROM wanted w JOIN outbound_echo e ON e.sid = w.key
					UNION ALL SELECT w.key, lower(c.direction) || ' text', c.seller_phone, c.body
					FROM wanted w JOIN conversation c ON c.id = w.id
					UNION ALL SELECT w.key, 'receipt', r.seller_phone, concat_ws(' ', r.status, r.error_code)
					FROM wanted w JOIN receipt r ON r.sid = split_part(w.key, ' ', 1)
					UNION ALL SELECT w.key, 'prospect', p.phone1, concat_ws(', ', p.name, p.address, p.city, p.state)
					FROM wanted w JOIN prospect p ON p.id = w.id
					""")
			.param("keys", keys.toArray(String[]::new))
			.query((rs, row) -> Map.entry(rs.getString("key"),
					new Payload(rs.getString("what"), rs.getString("phone"), rs.getString("text"))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey, LinkedHashMap::new,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/** What a record holds. */
	record Payload(String what, String phone, String text) {
	}

}
