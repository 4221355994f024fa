package rei.sms.jobs.airtable;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

import rei.sms.jobs.http.Unavailable;

/**
 * What each base has, read from Airtable once an hour by one process for all, and again
 * when a write is refused for something that may have changed.
 */
@Component
public final class Schemas {

	private static final Duration LOCALLY = Duration.ofMinutes(1);

	private final AirtableClient client;

	private final AirtableBases bases;

	private final AirtableProperties properties;

	private final FieldNames names;

	private final Map<String, Known> known = new ConcurrentHashMap<>();

	private final ReentrantLock looking = new ReentrantLock();

	Schemas(AirtableClient client, AirtableBases bases, AirtableProperties properties, FieldNames names) {
		this.client = client;
		this.bases = bases;
		this.properties = properties;
		this.names = names;
	}

	/**
	 * Our fields of a table and those of its base.
	 * @throws Unavailable when the base was never read and cannot be now
	 */
	public TableMapping mapping(Table table, Lane lane) {
		return mapping(table, schema(table.base(), lane));
	}

	/** The same as some process read it last: this calls nobody. */
	public Optional<TableMapping> remembered(Table table) {
		return this.bases.lastSchema(this.properties.baseId(table.base()))
			.map(BaseSchema::parse)
			.map((schema) -> mapping(table, schema));
	}

	/**
	 * The same as the base has it now, or had it not before {@code moment} of
	 * {@link System#nanoTime}.
	 * @throws Unavailable when the base cannot be read
	 */
	TableMapping mappingSince(long moment, Table table, Lane lane) {
		var base = table.base();
		return mapping(table,
				alone(() -> known(base).filter((known) -> known.since() - moment >= 0)
					.map(Known::schema)
					.orElseGet(() -> read(base, lane))));
	}

	/**
	 * Looks at the base again; answers a mapping only if it differs from the one in use.
	 */
	Optional<TableMapping> lookAgain(TableMapping used, Lane lane) {
		var now = mapping(used.table(), read(used.table().base(), lane));
		return now.equals(used) ? Optional.empty() : Optional.of(now);
	}

	private TableMapping mapping(Table table, BaseSchema schema) {
		return TableMapping.of(table, this.properties.tableName(table), schema, this.names);
	}

	private BaseSchema schema(Base base, Lane lane) {
		return fresh(base).orElseGet(() -> alone(() -> fresh(base).orElseGet(() -> refreshed(base, lane))));
	}

	private Optional<BaseSchema> fresh(Base base) {
		return known(base).filter(Known::isFresh).map(Known::schema);
	}

	private Optional<Known> known(Base base) {
		return Optional.ofNullable(this.known.get(this.properties.baseId(base)));
	}

	/** One look for all who need it. */
	private <T> T alone(Supplier<T> look) {
		this.looking.lock();
		try {
			return look.get();
		}
		finally {
			this.looking.unlock();
		}
	}

	private BaseSchema refreshed(Base base, Lane lane) {
		var shared = this.bases.schema(this.properties.baseId(base));
		if (shared.isPresent()) {
			return keep(base, BaseSchema.parse(shared.get()));
		}
		try {
			return read(base, lane);
		}
		catch (Unavailable ex) {
			return known(base).filter((_) -> !(ex instanceof BaseStopped)).map(Known::schema).orElseThrow(() -> ex);
		}
	}

	private BaseSchema read(Base base, Lane lane) {
		var schema = this.client.schema(base, lane);
		this.bases.keepSchema(this.properties.baseId(base), schema.format());
		return keep(base, schema);
	}

	private BaseSchema keep(Base base, BaseSchema schema) {
		this.known.put(this.properties.baseId(base), new Known(schema, System.nanoTime()));
		return schema;
	}

	/** A schema and when this process took it over. */
	private record Known(BaseSchema schema, long since) {

		boolean isFresh() {
			return System.nanoTime() - this.since < LOCALLY.toNanos();
		}

	}

}
