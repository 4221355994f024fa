package rei.sms.sandbox.trial;

/**
 * The ids of the bases of the trial data; one base may be all three.
 *
 * @param leads of leads, conversations, campaigns, templates and prospects
 * @param performance of the KPIs
 * @param control of numbers and opt-outs
 */
public record TrialBases(String leads, String performance, String control) {

	/**
	 * One base for everything, as the engine's defaults have it.
	 */
	public static final TrialBases ONE = new TrialBases("appSandbox0000001", "appSandbox0000001", "appSandbox0000001");

}
