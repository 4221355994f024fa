package rei.sms.db.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What there is to pause, by every name it goes by. */
@Repository
public class Pausable {

	private final JdbcClient jdbc;

	Pausable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Of those names the ones that nothing goes by: a slip of the pen stops no text. */
	public List<Unknown> unknown(Map<Pause.Scope, String> named) {
		return named.entrySet()
			.stream()
			.map((scope) -> unknown(scope.getKey(), scope.getValue()))
			.flatMap(Optional::stream)
			.toList();
	}

	private Optional<Unknown> unknown(Pause.Scope scope, String value) {
		if (scope == Pause.Scope.ALL) {
			return Optional.empty();
		}
		var pause = new Pause(scope, value, null, Instant.EPOCH);
		var there = this.jdbc.sql(all(scope))
			.query((rs, row) -> List.of((String[]) rs.getArray("words").getArray()))
			.list();
		return there.stream().flatMap(List::stream).anyMatch(pause::isOf) ? Optional.empty()
				: Optional.of(new Unknown(scope.word(), value, there.stream().map(List::getFirst).toList()));
	}

	/** The words of each, first the one that people use. */
	private static String all(Pause.Scope scope) {
		return switch (scope) {
			case MARKET ->
				"""
						SELECT ARRAY[market] AS words
						FROM (SELECT market FROM number UNION SELECT market FROM campaign UNION SELECT market FROM prospect) m
						WHERE market IS NOT NULL ORDER BY market
						""";
			case CAMPAIGN -> """
					SELECT array_remove(ARRAY[name, id::text, airtable_id], NULL) AS words
					FROM campaign ORDER BY created_at DESC, name
					""";
			case NUMBER -> "SELECT ARRAY[phone] AS words FROM number ORDER BY phone";
			case TEMPLATE -> """
					SELECT array_remove(ARRAY[v.name, t.airtable_id], NULL) AS words
					FROM template t
					JOIN LATERAL (SELECT name FROM template_version WHERE template_id = t.id
						ORDER BY number DESC LIMIT 1) v ON true
					ORDER BY words
					""";
			case ALL -> throw new IllegalArgumentException("everything has no name");
		};
	}

	/**
	 * A name that nothing goes by.
	 *
	 * @param there what there is instead, by the names that people use
	 */
	public record Unknown(String scope, String value, List<String> there) {

		/** The names shown in one line. */
		private static final int SHOWN = 8;

		/** What is the matter, and what there is, in a line. */
		public String inWords() {
			if (this.there.isEmpty()) {
				return "No %s is known yet, so %s stops nothing.".formatted(this.scope, this.value);
			}
			var more = (this.there.size() > SHOWN) ? " and %d more".formatted(this.there.size() - SHOWN) : "";
			return "No %s goes by %s, so that stops nothing. There are: %s%s.".formatted(this.scope, this.value,
					String.join("; ", this.there.subList(0, Math.min(SHOWN, this.there.size()))), more);
		}

	}

}
