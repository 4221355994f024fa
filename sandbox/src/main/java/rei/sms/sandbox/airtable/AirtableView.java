package rei.sms.sandbox.airtable;

import java.util.List;
import java.util.Map;

/**
 * What a page shows of the tables.
 */
public record AirtableView(List<TableView> tables) {

	static final int MOST_ROWS = 25;

	/**
	 * A table's size and latest rows, latest first.
	 */
	public record TableView(String base, String name, int count, List<String> fields, List<Map<String, Object>> rows) {
	}

}
