package rei.sms.jobs.airtable;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import rei.sms.jobs.http.Rejected;
import rei.sms.jobs.http.Unavailable;

/** Compares every base with what the engine expects, for doctor and health. */
@Component
public final class SchemaCheck {

	private final Schemas schemas;

	SchemaCheck(Schemas schemas) {
		this.schemas = schemas;
	}

	/**
	 * Every fault of every table, each with its fix, as the bases are now: what was just
	 * mended is no fault any more.
	 */
	public List<Fault> check() {
		var now = System.nanoTime();
		return Stream.of(Table.values()).flatMap((table) -> check(table, now).stream()).toList();
	}

	private List<Fault> check(Table table, long now) {
		try {
			return this.schemas.mappingSince(now, table, Lane.URGENT).faults();
		}
		catch (Forbidden ex) {
			return unread(table, "our token has no access to the base",
					"give the token the base and the scopes data.records:read, data.records:write and schema.bases:read");
		}
		catch (BillingStopped ex) {
			return unread(table, "the plan's calls of this month are used up",
					"wait for the next month or take a larger plan");
		}
		catch (Unavailable | Rejected ex) {
			return unread(table, String.valueOf(ex.getMessage()), "check AIRTABLE_API_URL and try again");
		}
	}

	private static List<Fault> unread(Table table, String what, String fix) {
		return List.of(new Fault(table, "", what, fix, table.need() == Need.KEY));
	}

}
