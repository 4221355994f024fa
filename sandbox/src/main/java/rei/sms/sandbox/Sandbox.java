package rei.sms.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import rei.sms.sandbox.database.EmbeddedDatabase;
import rei.sms.sandbox.http.Json;
import rei.sms.sandbox.http.ServerOptions;
import rei.sms.sandbox.model.ModelOptions;
import rei.sms.sandbox.model.ModelStandIn;
import tools.jackson.databind.JsonNode;

/**
 * Everything outside the engine, running: started here, or joined where another process
 * runs it.
 */
public final class Sandbox implements AutoCloseable {

	private final Deque<Runnable> open = new ArrayDeque<>();

	private final Access.@Nullable Database database;

	private final @Nullable Part<Access.Airtable> airtable;

	private final @Nullable Part<Access.TextGrid> textgrid;

	private final Access.@Nullable Model model;

	private Sandbox(SandboxOptions options) {
		try {
			var parts = new Parts(options);
			this.database = options.parts().database() ? database(options) : null;
			this.airtable = options.parts().airtable() ? joined(parts.airtable()) : null;
			this.textgrid = options.parts().textgrid() ? joined(parts.textgrid()) : null;
			this.model = options.parts().model() ? model(options) : null;
			if (this.textgrid != null && options.inboundUrl() != null) {
				this.textgrid.inboundUrl(options.inboundUrl());
			}
		}
		catch (RuntimeException ex) {
			closeAll();
			throw ex;
		}
	}

	/**
	 * Starts or joins what the options name.
	 */
	public static Sandbox start(SandboxOptions options) {
		return new Sandbox(options);
	}

	public Optional<Access.Database> database() {
		return Optional.ofNullable(this.database);
	}

	public Optional<Access.Airtable> airtable() {
		return Optional.ofNullable(this.airtable).map(Part::access);
	}

	public Optional<Access.TextGrid> textgrid() {
		return Optional.ofNullable(this.textgrid).map(Part::access);
	}

	public Optional<Access.Model> model() {
		return Optional.ofNullable(this.model);
	}

	/**
	 * How much there is: addresses, records by table, texts sent, delivered and answered.
	 */
	public Map<String, @Nullable Object> figures() {
		var figures = new LinkedHashMap<String, @Nullable Object>();
		figures.put("airtable_url", airtable().map(Access.Airtable::url).orElse(null));
		figures.put("textgrid_url", textgrid().map(Access.TextGrid::url).orElse(null));
		var records = new LinkedHashMap<String, Integer>();
		view(this.airtable).path("tables")
			.forEach((table) -> records.put(table.path("name").asString(), table.path("count").asInt()));
		figures.put("records", records);
		JsonNode phones = view(this.textgrid);
		var texts = new LinkedHashMap<String, Integer>();
		texts.put("sent", phones.path("sent").asInt(0));
		texts.put("delivered", phones.path("delivered").asInt(0));
		texts.put("replies", phones.path("replies").asInt(0));
		texts.put("opt_outs", phones.path("optOuts").asInt(0));
		figures.put("texts", texts);
		return figures;
	}

	/**
	 * A page that shows the tables and the phones, complete and escaped.
	 */
	public String page() {
		return SandboxPage.html(view(this.airtable), view(this.textgrid));
	}

	@Override
	public void close() {
		closeAll();
	}

	private void closeAll() {
		while (!this.open.isEmpty()) {
			this.open.pop().run();
		}
	}

	private Access.Database database(SandboxOptions options) {
		var database = EmbeddedDatabase.kept(options.directory());
		this.open.push(database::close);
		return new Access.Database(database.jdbcUrl(), database.username(), database.password());
	}

	private Access.Model model(SandboxOptions options) {
		var model = ModelStandIn.start(new ModelOptions(ServerOptions.DEFAULT, options.credentials().modelKey()));
		this.open.push(model::close);
		return new Access.Model(model.url(), model.key());
	}

	private <A> Part<A> joined(SharedPart<A> shared) {
		this.open.push(shared::close);
		return shared.part();
	}

	private static JsonNode view(@Nullable Part<?> part) {
		return (part != null) ? part.view() : Json.object();
	}

}
