package rei.sms.jobs.intent.facts;

/** What is said of the state of the house. */
public enum Condition {

	ROOF, FOUNDATION, HEATING_AND_COOLING, PLUMBING, WIRING, KITCHEN_OR_BATH, MOLD_OR_WATER, FIRE_OR_STORM, NEEDS_WORK,
	GOOD_SHAPE, RENTED, EMPTY

}
