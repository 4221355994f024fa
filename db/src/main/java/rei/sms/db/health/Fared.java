package rei.sms.db.health;

/**
 * What became of the texts of one template, campaign or number.
 *
 * @param subject a template's record, a campaign's id or a number's phone
 * @param name what people call it
 * @param settled texts whose fate is known
 * @param delivered those that arrived
 * @param filtered those that carriers refused for content or sender: 30007, 30034
 * @param optedOut those answered by an opt-out
 */
public record Fared(Scope scope, String subject, String name, int settled, int delivered, int filtered, int optedOut) {

	/** What is looked at. */
	public enum Scope {

		TEMPLATE, CAMPAIGN, NUMBER

	}

}
