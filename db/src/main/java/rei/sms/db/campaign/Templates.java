package rei.sms.db.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.contact.Stage;

/** The library of texts, each version kept for good. */
@Repository
public class Templates {

	private static final String STANDING = """
			SELECT t.id, v.id AS version_id, t.airtable_id, v.stage, v.category, v.name, v.message
			FROM template t JOIN LATERAL (
				SELECT * FROM template_version v WHERE v.template_id = t.id ORDER BY number DESC LIMIT 1) v ON true
			""";

	private final JdbcClient jdbc;

	Templates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The standing version of every template in use that is not paused. */
	public List<Template> standing() {
		return this.jdbc.sql(STANDING + """
				WHERE t.active
					AND NOT EXISTS (SELECT 1 FROM pause WHERE scope = 'template' AND value IN (t.airtable_id, v.name))
				ORDER BY v.stage, v.category, t.airtable_id
				""").query(Templates::template).list();
	}

	/**
	 * The standing version of each campaign's templates, in a fixed order for rotation.
	 */
	public Map<UUID, List<Template>> ofCampaigns() {
		var byId = standing().stream().collect(Collectors.toMap(Template::id, (template) -> template));
		var ofCampaigns = new HashMap<UUID, List<Template>>();
		this.jdbc.sql("SELECT campaign_id, template_id FROM campaign_template ORDER BY campaign_id, template_id")
			.query((rs, row) -> Map.entry(Sql.uuid(rs, "campaign_id"), Sql.uuid(rs, "template_id")))
			.list()
			.stream()
			.filter((entry) -> byId.containsKey(entry.getValue()))
			.forEach((entry) -> ofCampaigns.computeIfAbsent(entry.getKey(), (id) -> new ArrayList<>())
				.add(byId.get(entry.getValue())));
		return ofCampaigns;
	}

	/**
	 * Takes over a template as the team wrote it; a changed one becomes a new version.
	 */
	public void save(String airtableId, @Nullable Stage stage, @Nullable String category, @Nullable String name,
			@Nullable String internalId, String message, Instant now) {
		this.jdbc
			.sql("""
					WITH t AS (
						INSERT INTO template (id, airtable_id, created_at) VALUES (gen_random_uuid(), :airtableId, :now)
						ON CONFLICT (airtable_id) DO UPDATE SET active = true RETURNING id),
					last AS (
						SELECT v.* FROM template_version v JOIN template o ON o.id = v.template_id
						WHERE o.airtable_id = :airtableId ORDER BY number DESC LIMIT 1)
					INSERT INTO template_version (id, template_id, number, stage, category, name, internal_id, message, created_at)
					SELECT gen_random_uuid(), t.id, coalesce((SELECT number FROM last), 0) + 1, :stage, :category, :name,
						:internalId, :message, :now
					FROM t WHERE NOT EXISTS (SELECT 1 FROM last WHERE last.message = :message
						AND last.stage IS NOT DISTINCT FROM :stage AND last.category IS NOT DISTINCT FROM :category
						AND last.name IS NOT DISTINCT FROM :name AND last.internal_id IS NOT DISTINCT FROM :internalId)
					""")
			.param("airtableId", airtableId)
			.param("stage", Sql.orNull(stage), Types.VARCHAR)
			.param("category", category, Types.VARCHAR)
			.param("name", name, Types.VARCHAR)
			.param("internalId", internalId, Types.VARCHAR)
			.param("message", message)
			.param("now", Sql.at(now))
			.update();
	}

	/** Uses templates no longer; what was sent by them stays. */
	public void retire(Collection<String> airtableIds) {
		this.jdbc.sql("UPDATE template SET active = false WHERE airtable_id = ANY (:ids)")
			.param("ids", airtableIds.toArray(String[]::new))
			.update();
	}

	private static Template template(ResultSet rs, int row) throws SQLException {
		return new Template(Sql.uuid(rs, "id"), Sql.uuid(rs, "version_id"), rs.getString("airtable_id"),
				Sql.wordOrNull(rs, "stage", Stage.class), rs.getString("category"), rs.getString("name"),
				rs.getString("message"));
	}

}
