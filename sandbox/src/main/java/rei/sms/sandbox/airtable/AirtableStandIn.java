package rei.sms.sandbox.airtable;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import rei.sms.sandbox.http.Answer;
import rei.sms.sandbox.http.Json;
import rei.sms.sandbox.http.Outgoing;
import rei.sms.sandbox.http.Request;
import rei.sms.sandbox.http.StandIn;
import rei.sms.sandbox.http.StandInServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Airtable over HTTP on this machine, with its limits and refusals, to read, edit and
 * break from a test.
 */
public final class AirtableStandIn extends StandIn {

	private static final Outgoing.Retries PINGS = new Outgoing.Retries(5, Duration.ofSeconds(1));

	private final AirtableOptions options;

	private final Map<String, Base> bases = new LinkedHashMap<>();

	private final Sins sins = new Sins();

	private final Outgoing outgoing = new Outgoing(PINGS);

	private final AirtableRoutes routes;

	private final StandInServer server;

	private AirtableStandIn(AirtableOptions options) {
		this.options = options;
		options.bases().forEach((spec) -> this.bases.put(spec.id(), base(spec)));
		this.routes = new AirtableRoutes(this.bases, options.token(), options.clock(), this.sins);
		this.server = StandInServer.start(options.server(), options.clock(), this.routes::answer, this::control);
	}

	/**
	 * Starts with empty tables.
	 */
	public static AirtableStandIn start(AirtableOptions options) {
		return new AirtableStandIn(options);
	}

	public String token() {
		return this.options.token();
	}

	/**
	 * Makes a record as a person at the keyboard would, outside the API's limits.
	 * @return the record's id
	 */
	public String add(String base, String table, Map<String, ?> cells) {
		ObjectNode record = Json.object();
		record.set("fields", Json.tree(cells));
		return edit(base, table, (writes) -> writes.create(List.of(record))).getFirst().id();
	}

	/**
	 * Edits a record as a person would; webhooks see {@code client} as its source.
	 * @param cells new values; an empty text clears
	 */
	public void edit(String base, String table, String id, Map<String, ?> cells) {
		ObjectNode record = Json.object().put("id", id);
		record.set("fields", Json.tree(cells));
		edit(base, table, (writes) -> writes.update(List.of(record), false));
	}

	/**
	 * Deletes a record as a person would.
	 */
	public void delete(String base, String table, String id) {
		edit(base, table, (writes) -> writes.delete(List.of(id)));
	}

	/**
	 * All records of a table, oldest first.
	 */
	public List<StoredRow> rows(String base, String table) {
		Base found = base(base);
		return found.locked(() -> {
			Table rows = found.table(table);
			return rows.rows().stream().map((row) -> stored(found, rows, row)).toList();
		});
	}

	/**
	 * How many records a table has.
	 */
	public int count(String base, String table) {
		Base found = base(base);
		return found.locked(() -> found.table(table).rows().size());
	}

	/**
	 * The names of a base's tables.
	 */
	public List<String> tables(String base) {
		return base(base).tables().stream().map(Table::name).toList();
	}

	/**
	 * The ids of all bases.
	 */
	public Collection<String> bases() {
		return this.bases.keySet();
	}

	/**
	 * Calls that reached a base, refused ones included.
	 */
	public long calls(String base) {
		return base(base).rate().calls();
	}

	/**
	 * Calls refused because the base's rate was broken, or in the penalty after that.
	 */
	public long rateLimited(String base) {
		return base(base).rate().refused();
	}

	/**
	 * What a good client never does, in words; for example options made by
	 * {@code typecast}.
	 */
	public List<String> sins() {
		return this.sins.all();
	}

	/**
	 * Sets other limits from now on.
	 */
	public void limits(Limits limits) {
		this.bases.values().forEach((base) -> base.rate().limits(limits));
	}

	/**
	 * Answers 403 for this base from now on, as if it had been taken from the token.
	 */
	public void forbid(String base) {
		this.routes.forbidden().add(base);
	}

	/**
	 * Ends {@link #forbid(String)}.
	 */
	public void allow(String base) {
		this.routes.forbidden().remove(base);
	}

	/**
	 * Forgets every offset given so far, as Airtable does after a while.
	 */
	public void expireCursors() {
		this.bases.values().forEach((base) -> base.cursors().expire());
	}

	/**
	 * All rows of all bases.
	 */
	public JsonNode save() {
		ObjectNode saved = Json.object();
		this.bases.values().forEach((base) -> saved.set(base.id(), base.locked(() -> Snapshot.save(base))));
		return saved;
	}

	/**
	 * Tells each change from now on, before anybody hears of it.
	 */
	public void onChange(Consumer<JsonNode> journal) {
		this.bases.values().forEach((base) -> base.journal(journal));
	}

	/**
	 * Goes on from what was saved, and from the changes told after that; answers false
	 * when nothing of it was about these bases.
	 */
	public boolean restore(JsonNode saved, List<JsonNode> changes) {
		Stream.concat(Stream.of(saved), changes.stream())
			.forEach((entry) -> this.bases.values().forEach((base) -> Snapshot.apply(base, entry.path(base.id()))));
		return this.bases.keySet().stream().anyMatch(saved::has);
	}

	/**
	 * Every table's size and latest rows, for a page.
	 */
	public AirtableView view() {
		var tables = new ArrayList<AirtableView.TableView>();
		this.bases.values().forEach((base) -> base.locked(() -> {
			base.tables().forEach((table) -> tables.add(view(base, table)));
			return true;
		}));
		return new AirtableView(tables);
	}

	@Override
	protected StandInServer server() {
		return this.server;
	}

	@Override
	public void close() {
		super.close();
		this.outgoing.close();
	}

	private Base base(BaseSpec spec) {
		Clock clock = this.options.clock();
		return new Base(spec, new Rate(this.options.limits()), new Cursors(this.options.limits().cursorLife()),
				new Webhooks(spec.id(), clock, this.outgoing));
	}

	private Base base(String id) {
		Base base = this.bases.get(id);
		if (base == null) {
			throw new IllegalArgumentException("No base " + id);
		}
		return base;
	}

	private List<Row> edit(String baseId, String tableName, Function<Writes, List<Row>> work) {
		Base base = base(baseId);
		return base.locked(() -> {
			var changes = new Changes();
			var rows = work.apply(new Writes(base, base.table(tableName), Json.object(), this.options.clock().instant(),
					changes, this.sins));
			base.publish(changes, "client");
			return rows;
		});
	}

	/**
	 * What another process of the sandbox asks, which no client of the real Airtable can.
	 */
	private Answer control(Request request) {
		boolean view = request.method().equals("GET") && request.rawPath().equals("/-/view");
		return view ? this.routes.authorized(request, () -> Answer.json(200, Json.tree(view())))
				: ApiError.notFound().answer();
	}

	private static AirtableView.TableView view(Base base, Table table) {
		List<Map<String, Object>> rows = table.latest(AirtableView.MOST_ROWS)
			.stream()
			.map((row) -> new RowView(base, table, row).cells(List.of()))
			.toList();
		return new AirtableView.TableView(base.id(), table.name(), table.rows().size(), List.copyOf(table.fieldNames()),
				rows);
	}

	private static StoredRow stored(Base base, Table table, Row row) {
		return new StoredRow(row.id(), row.created(), new RowView(base, table, row).cells(List.of()));
	}

}
