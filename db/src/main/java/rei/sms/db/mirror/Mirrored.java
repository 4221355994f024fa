package rei.sms.db.mirror;

/**
 * A table that Airtable shows, in the order that keeps links valid.
 */
public enum Mirrored {

	PROSPECT("prospect", "id", "uuid", "t.phone1", "true"), CAMPAIGN("campaign", "id", "uuid", "NULL", "known"),
	NUMBER("number", "phone", "text", "NULL", "known"), LEAD("lead", "id", "uuid", "t.phone", """
			NOT EXISTS (SELECT 1 FROM prospect p WHERE p.id = t.prospect_id AND p.airtable_id IS NULL {besides})"""),
	CONVERSATION("conversation", "id", "uuid", "coalesce(t.sid, t.id::text)", """
			t.retired_at IS NULL
			AND NOT EXISTS (SELECT 1 FROM prospect p WHERE p.id = t.prospect_id AND p.airtable_id IS NULL {besides})
			AND NOT EXISTS (SELECT 1 FROM lead l WHERE l.id = t.lead_id AND l.airtable_id IS NULL {besides})"""),
	OPT_OUT("suppression", "phone", "text", "t.phone", "true"),
	KPI("kpi", "id", "uuid",
			"concat_ws(' · ', t.metric, t.campaign, t.market, nullif(t.number, 'ALL'), nullif(t.template, 'ALL'), t.period,"
					+ " to_char(t.date_start, 'YYYY-MM-DD'))",
			"true");

	private final String table;

	private final String key;

	private final String keyType;

	private final String firstKey;

	private final String ready;

	Mirrored(String table, String key, String keyType, String firstKey, String ready) {
		this.table = table;
		this.key = key;
		this.keyType = keyType;
		this.firstKey = firstKey;
		this.ready = ready.equals("known") ? "t.airtable_id IS NOT NULL" : ready;
	}

	/**
	 * Fills the table's own words into a statement over {@code t}: {@code {ready}} where
	 * all that a row links to has records, {@code {soon}} where it has them once those of
	 * {@code :coming} are written, {@code {first}} for the order of what people wait for:
	 * what sellers wrote before what we answered, {@code {early}} for how much before its
	 * time a row may leave that people wait for.
	 */
	public String sql(String statement) {
		return statement.replace("{table}", this.table)
			.replace("{value}", value())
			.replace("{key}", this.key)
			.replace("{type}", this.keyType)
			.replace("{firstKey}", this.firstKey)
			.replace("{first}", (this == CONVERSATION) ? "t.direction = 'OUTBOUND', " : "")
			.replace("{early}", (this == CONVERSATION) ? "1 second" : "0")
			.replace("{ready}", this.ready.replace("{besides}", ""))
			.replace("{soon}", this.ready.replace("{besides}", "AND id::text <> ALL (:coming)"));
	}

	/**
	 * Leaves those rows out of a query, whose {@code key} names them, that link to a row
	 * without a record: since they were chosen they may have come to another.
	 */
	public String onlyReady(String query) {
		return "SELECT shown.* FROM (" + query + ") AS shown WHERE EXISTS ("
				+ sql("SELECT FROM {table} t WHERE t.{key} = shown.key::{type} AND {ready}") + ")";
	}

	/** What a record of a row says that no other row's says. */
	private String value() {
		return switch (this) {
			case NUMBER -> "t.phone";
			case CAMPAIGN -> "t.name";
			case PROSPECT, LEAD, CONVERSATION, OPT_OUT, KPI -> this.firstKey;
		};
	}

	/** Whether only the engine makes its records. */
	public boolean isOurs() {
		return this == CONVERSATION || this == OPT_OUT || this == KPI;
	}

	/** What names one of its rows among those of all tables. */
	public String name(String key) {
		return this.table + "/" + key;
	}

}
