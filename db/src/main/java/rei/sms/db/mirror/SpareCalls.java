package rei.sms.db.mirror;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A few calls an hour for what nobody waits for: where little happens, all of it is shown
 * soon. On a day that shows many rows there are none.
 */
@Repository
public class SpareCalls {

	private static final int AN_HOUR = 60;

	private static final int MANY_ROWS = 1000;

	/** A condition that answers whether there are any now. */
	static final String ARE_LEFT = """
			NOT EXISTS (SELECT 1 FROM mirror_spare WHERE (hour = date_trunc('hour', clock_timestamp()) AND calls >= %d)
				OR (day = (clock_timestamp() AT TIME ZONE 'UTC')::date AND rows >= %d))""".formatted(AN_HOUR,
			MANY_ROWS);

	private final JdbcClient jdbc;

	SpareCalls(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Takes so many; answers whether there were any left. */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public boolean take(int calls) {
		return this.jdbc.sql("""
				INSERT INTO mirror_spare AS s (hour, calls, day, rows)
				VALUES (date_trunc('hour', clock_timestamp()), :calls, (clock_timestamp() AT TIME ZONE 'UTC')::date, 0)
				ON CONFLICT (id) DO UPDATE SET hour = excluded.hour,
					calls = CASE WHEN s.hour = excluded.hour THEN s.calls ELSE 0 END + excluded.calls
				WHERE
				""" + ARE_LEFT).param("calls", calls).update() == 1;
	}

	/** Counts rows that were written, whatever for. */
	void wrote(int rows) {
		this.jdbc.sql("""
				INSERT INTO mirror_spare AS s (hour, calls, day, rows)
				VALUES (date_trunc('hour', clock_timestamp()), 0, (clock_timestamp() AT TIME ZONE 'UTC')::date, :rows)
				ON CONFLICT (id) DO UPDATE SET day = excluded.day,
					rows = CASE WHEN s.day = excluded.day THEN s.rows ELSE 0 END + excluded.rows
				""").param("rows", rows).update();
	}

}
