package rei.sms.jobs;

import javax.sql.DataSource;

import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.batch.infrastructure.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Readers of work-lists: a query that excludes what is done. They keep no position, since
 * what a chunk committed no longer matches: a restart reads on from there. Rows are
 * streamed, so memory stays flat.
 */
@Component
public class WorkLists {

	private static final int FETCH_SIZE = 500;

	private final DataSource db;

	WorkLists(DataSource db) {
		this.db = db;
	}

	/**
	 * A reader of what {@code sql} selects; its parameters are {@code ?} and stand in
	 * {@code arguments}.
	 */
	public <T> JdbcCursorItemReader<T> reader(String name, String sql, RowMapper<T> row, Object... arguments) {
		return new JdbcCursorItemReaderBuilder<T>().name(name)
			.dataSource(this.db)
			.sql(sql)
			.queryArguments(arguments)
			.rowMapper(row)
			.connectionAutoCommit(false)
			.fetchSize(FETCH_SIZE)
			.verifyCursorPosition(false)
			.saveState(false)
			.build();
	}

}
