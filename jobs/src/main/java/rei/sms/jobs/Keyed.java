package rei.sms.jobs;

/** A record of a work-list that can be named when it is set aside. */
public interface Keyed {

	/** What names the record among those of its step. */
	String key();

}
