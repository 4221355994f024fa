package rei.sms.ops.pages;

import java.util.List;

import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.db.operations.Pause;
import rei.sms.db.operations.Pauses;
import rei.sms.ops.access.PagesOn;

/** What every page says at its top: what is paused, and how much waits for a person. */
@Component
@Conditional(PagesOn.class)
public class Waiting {

	private final JdbcClient jdbc;

	private final Pauses pauses;

	Waiting(JdbcClient jdbc, Pauses pauses) {
		this.jdbc = jdbc;
		this.pauses = pauses;
	}

	/** How much waits for a person. */
	public long people() {
		return this.jdbc.sql("SELECT count(*) FROM needs_person WHERE resolved_at IS NULL").query(Long.class).single();
	}

	/** What is paused. */
	public List<Pause> paused() {
		return this.pauses.all();
	}

	/** Whether nothing at all is sent. */
	public boolean isAllPaused() {
		return paused().stream().anyMatch((pause) -> pause.scope() == Pause.Scope.ALL);
	}

}
