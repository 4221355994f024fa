package rei.sms.jobs.mirror;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import rei.sms.db.mirror.Mirrored;
import rei.sms.jobs.airtable.Field;
import rei.sms.jobs.airtable.ListQuery;
import rei.sms.jobs.airtable.Reading;
import rei.sms.jobs.airtable.Table;
import rei.sms.jobs.airtable.TableMapping;

/** One table that people edit in Airtable, and how its records are taken over. */
interface PulledTable {

	Table table();

	/** Our rows that it shows, if the engine writes to it. */
	Optional<Mirrored> mirrored();

	/**
	 * What to list.
	 * @param since when it was listed last, empty at the first time
	 */
	ListQuery query(TableMapping mapping, Optional<Instant> since);

	/**
	 * Takes records over, in the chunk's transaction; answers those that link to what is
	 * not known yet and are to be taken over again.
	 */
	Set<String> take(List<Reading> readings, CellFaults faults);

	/** Which of these records say nothing that is not known; those are left alone. */
	default Set<String> alike(List<Reading> readings) {
		return Set.of();
	}

	/** The fields of which people's changes are to be told. */
	Collection<? extends Field> watched();

	/** The kinds of changes to be told: {@code add}, {@code update}, {@code remove}. */
	default List<String> watchedChanges() {
		return List.of("add", "update", "remove");
	}

	/** Whether a record that is as it was taken over last is left alone. */
	default boolean isRemembered() {
		return true;
	}

	/**
	 * Whether every listing holds all records, so that one that is missing was deleted.
	 */
	default boolean isListedWhole() {
		return false;
	}

	/** Lets go of records that were deleted. */
	default void deleted(Collection<String> records) {
	}

}
