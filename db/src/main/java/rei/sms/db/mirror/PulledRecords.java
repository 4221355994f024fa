package rei.sms.db.mirror;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which records were taken over from Airtable, and in which state. */
@Repository
public class PulledRecords {

	private final JdbcClient jdbc;

	PulledRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The states in which these records were taken over last. */
	public Map<String, String> digests(String table, Collection<String> records) {
		var digests = new HashMap<String, String>();
		this.jdbc.sql("SELECT record, digest FROM pulled WHERE base_table = :table AND record = ANY (:records)")
			.param("table", table)
			.param("records", records.toArray(String[]::new))
			.query((rs, _) -> digests.put(rs.getString("record"), rs.getString("digest")))
			.list();
		return digests;
	}

	/** Keeps the states in which records were taken over. */
	public void keep(String table, Map<String, String> digests) {
		var entries = List.copyOf(digests.entrySet());
		this.jdbc.sql("""
				INSERT INTO pulled (base_table, record, digest)
				SELECT :table, record, digest FROM unnest(:records::text[], :digests::text[]) AS s (record, digest)
				ON CONFLICT (base_table, record) DO UPDATE SET digest = excluded.digest
				""")
			.param("table", table)
			.param("records", entries.stream().map(Map.Entry::getKey).toArray(String[]::new))
			.param("digests", entries.stream().map(Map.Entry::getValue).toArray(String[]::new))
			.update();
	}

	/**
	 * Forgets the records that a whole listing did not hold; answers them: they were
	 * deleted.
	 */
	public List<String> forgetOthers(String table, Collection<String> listed) {
		return new ArrayList<>(this.jdbc
			.sql("DELETE FROM pulled WHERE base_table = :table AND record <> ALL (:records) RETURNING record")
			.param("table", table)
			.param("records", listed.toArray(String[]::new))
			.query(String.class)
			.list());
	}

}
