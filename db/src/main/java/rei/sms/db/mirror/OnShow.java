package rei.sms.db.mirror;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/** What stands in Airtable, and the old Conversations that may leave it. */
@Repository
public class OnShow {

	/**
	 * Finished Conversations that Airtable has seen as they are, oldest first: none of an
	 * open lead, none that waits for somebody or for Airtable. Takes the latest time and
	 * how many.
	 */
	public static final String FINISHED = """
			SELECT c.id::text AS id, c.airtable_id FROM conversation c LEFT JOIN lead l ON l.id = c.lead_id
			WHERE c.airtable_id IS NOT NULL AND c.retired_at IS NULL AND c.created_at < ?
				AND c.version = c.mirrored_version AND NOT c.ai_trigger AND (l.id IS NULL OR l.status = 'DEAD')
				AND CASE WHEN c.direction = 'INBOUND'
					THEN c.classified_at IS NOT NULL AND c.promotion IS NOT NULL AND c.reply IS NOT NULL
					ELSE c.status IN ('DELIVERED', 'UNDELIVERED', 'FAILED', 'OPT_OUT') END
				AND NOT EXISTS (SELECT 1 FROM parked p WHERE p.key = 'conversation/' || c.id)
			ORDER BY c.created_at, c.id
			LIMIT ?
			""";

	private static final String COUNTS = Stream.of(Mirrored.values())
		.map((table) -> table.sql("SELECT '" + table.name()
				+ "' AS shown, count(*) AS count FROM {table} t WHERE t.airtable_id IS NOT NULL" + retired(table)))
		.collect(Collectors.joining(" UNION ALL "));

	private final JdbcClient jdbc;

	OnShow(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private static String retired(Mirrored table) {
		return (table == Mirrored.CONVERSATION) ? " AND t.retired_at IS NULL" : "";
	}

	/** How many records each table has, as far as we know them. */
	public Map<Mirrored, Long> counts() {
		var counts = new EnumMap<Mirrored, Long>(Mirrored.class);
		this.jdbc.sql(COUNTS)
			.query((rs, _) -> counts.put(Sql.word(rs, "shown", Mirrored.class), rs.getLong("count")))
			.list();
		return counts;
	}

	/** Notes that Conversations left Airtable for good. */
	public void retired(Collection<String> conversations, Instant now) {
		this.jdbc.sql("""
				UPDATE conversation SET retired_at = :now, airtable_id = NULL, mirror_key = NULL
				WHERE id = ANY (:ids::uuid[])
				""").param("now", Sql.at(now)).param("ids", conversations.toArray(String[]::new)).update();
	}

}
