package rei.sms.db.mirror;

/** How a base and our rows may disagree. */
public enum FindingKind {

	/** The record of our row is gone. */
	MISSING,
	/** Another record, which no row of ours knows, shows our row. */
	MOVED,
	/** A second record shows the same row. */
	DOUBLED,
	/** A cell of ours shows something else. */
	DIFFERING,
	/** Only a link leads elsewhere, or nowhere. */
	ORPHANED

}
