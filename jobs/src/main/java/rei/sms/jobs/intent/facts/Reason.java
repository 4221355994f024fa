package rei.sms.jobs.intent.facts;

/** Why a seller may want to sell. */
public enum Reason {

	DIVORCE, INHERITANCE, FORECLOSURE, TAXES, VACANCY, TENANTS, MOVE, ILLNESS, JOB_LOSS, TOO_BIG, RETIREMENT, DEBT

}
