package rei.sms.jobs.airtable;

import org.jspecify.annotations.Nullable;

/** A value as a field of a certain type takes it. */
sealed interface Cell {

	/** Airtable takes it so. */
	record Fits(@Nullable Object json) implements Cell {
	}

	/** The field cannot take it. */
	record Misfit(String what, String fix) implements Cell {
	}

}
