package rei.sms.db.mirror;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The records that a comparison saw in Airtable: kept here, so that memory stays flat.
 */
@Repository
public class SeenRecords {

	private final JdbcClient jdbc;

	SeenRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Begins a comparison of a table. */
	public void begin(String table) {
		for (var kept : List.of("seen_record", "finding")) {
			this.jdbc.sql("DELETE FROM " + kept + " WHERE base_table = :table").param("table", table).update();
		}
	}

	/** Keeps records by what tells them apart. */
	public void keep(String table, Map<String, String> values) {
		var entries = List.copyOf(values.entrySet());
		this.jdbc
			.sql("""
					INSERT INTO seen_record (base_table, record, value)
					SELECT :table, record, nullif(value, '') FROM unnest(:records::text[], :values::text[]) AS s (record, value)
					ON CONFLICT (base_table, record) DO UPDATE SET value = excluded.value
					""")
			.param("table", table)
			.param("records", entries.stream().map(Map.Entry::getKey).toArray(String[]::new))
			.param("values", entries.stream().map(Map.Entry::getValue).toArray(String[]::new))
			.update();
	}

	/** Keeps that these rows and their records disagree. */
	public void found(String table, FindingKind kind, Collection<String> keys) {
		this.jdbc.sql("""
				INSERT INTO finding (base_table, kind, subject)
				SELECT :table, :kind, key FROM unnest(:keys::text[]) AS s (key) ON CONFLICT DO NOTHING
				""")
			.param("table", table)
			.param("kind", kind.name())
			.param("keys", keys.toArray(String[]::new))
			.update();
	}

}
