package rei.sms.db.mirror;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Marks changes that came from Airtable, so that they are not sent back. */
@Component
class FromAirtable {

	private final JdbcClient jdbc;

	FromAirtable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Makes changes, within the caller's transaction, that Airtable shows already. */
	void change(Runnable changes) {
		set("on");
		changes.run();
		set("off");
	}

	private void set(String value) {
		this.jdbc.sql("SELECT set_config('rei.pull', :value, true)").param("value", value).query().listOfRows();
	}

}
