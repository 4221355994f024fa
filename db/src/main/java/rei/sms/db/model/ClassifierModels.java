package rei.sms.db.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import rei.sms.db.Sql;

/** The models that were learnt from corrections: kept for good, one of them standing. */
@Repository
public class ClassifierModels {

	private static final String COLUMNS = """
			id, base, examples, held_out, right_answers, standing_right, verdict, learnt_at, standing""";

	private final JdbcClient jdbc;

	ClassifierModels(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps a candidate and answers its id. */
	public long keep(String base, int examples, byte[] heads, Instant now) {
		return this.jdbc.sql("""
				INSERT INTO classifier_model (base, examples, heads, learnt_at) VALUES (:base, :examples, :heads, :now)
				RETURNING id
				""")
			.param("base", base)
			.param("examples", examples)
			.param("heads", heads)
			.param("now", Sql.at(now))
			.query(Long.class)
			.single();
	}

	/** The latest candidate for a build that has not been compared. */
	public Optional<ClassifierModel> candidate(String base) {
		return this.jdbc
			.sql("SELECT " + COLUMNS
					+ " FROM classifier_model WHERE base = :base AND compared_at IS NULL ORDER BY id DESC LIMIT 1")
			.param("base", base)
			.query(ClassifierModels::model)
			.optional();
	}

	/** The model that stands for a build, if it is not the build's own. */
	public Optional<ClassifierModel> standing(String base) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM classifier_model WHERE base = :base AND standing")
			.param("base", base)
			.query(ClassifierModels::model)
			.optional();
	}

	/** A model's learnt weights. */
	public byte[] heads(long id) {
		return this.jdbc.sql("SELECT heads FROM classifier_model WHERE id = :id")
			.param("id", id)
			.query(byte[].class)
			.single();
	}

	/** Keeps how a candidate compared, and lets it stand if it won. */
	@Transactional
	public void compared(ClassifierModel candidate, int heldOut, int right, int standingRight, boolean won,
			Instant now) {
		if (won) {
			this.jdbc.sql("UPDATE classifier_model SET standing = false WHERE base = :base AND standing")
				.param("base", candidate.base())
				.update();
		}
		this.jdbc
			.sql("""
					UPDATE classifier_model SET held_out = :heldOut, right_answers = :right, standing_right = :standingRight,
						verdict = CASE WHEN :won THEN 'better: it stands' ELSE 'not better: kept, not used' END,
						standing = :won, compared_at = :now
					WHERE id = :id
					""")
			.param("heldOut", heldOut)
			.param("right", right)
			.param("standingRight", standingRight)
			.param("won", won)
			.param("now", Sql.at(now))
			.param("id", candidate.id())
			.update();
	}

	/** All models, the latest first. */
	public List<ClassifierModel> all() {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM classifier_model ORDER BY id DESC")
			.query(ClassifierModels::model)
			.list();
	}

	private static ClassifierModel model(ResultSet rs, int row) throws SQLException {
		return new ClassifierModel(rs.getLong("id"), rs.getString("base"), rs.getInt("examples"),
				rs.getObject("held_out", Integer.class), rs.getObject("right_answers", Integer.class),
				rs.getObject("standing_right", Integer.class), rs.getString("verdict"), Sql.instant(rs, "learnt_at"),
				rs.getBoolean("standing"));
	}

	/**
	 * One model.
	 *
	 * @param base the build's classifier that it goes with
	 * @param examples corrections that it learnt from
	 * @param heldOut corrections that it was compared on
	 * @param rightAnswers how many of them it read rightly
	 * @param standingRight how many of them the model that stood then did
	 */
	public record ClassifierModel(long id, String base, int examples, @Nullable Integer heldOut,
			@Nullable Integer rightAnswers, @Nullable Integer standingRight, @Nullable String verdict, Instant learntAt,
			boolean standing) {

		/** What a classification by it says. */
		public String version() {
			return this.base + "+" + this.id;
		}

	}

}
