package rei.sms.jobs.airtable;

/**
 * Something about a base that keeps the engine from writing or reading it fully.
 *
 * @param field the field's name, or empty when it is about the table
 * @param fix what somebody should do
 * @param breaksRun whether nothing of the table can be written
 */
public record Fault(Table table, String field, String what, String fix, boolean breaksRun) {

	@Override
	public String toString() {
		var where = this.field.isEmpty() ? this.table.usualName() : this.table.usualName() + "." + this.field;
		return where + ": " + this.what + "; " + this.fix;
	}

}
