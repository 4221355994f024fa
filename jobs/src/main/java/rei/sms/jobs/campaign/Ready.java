package rei.sms.jobs.campaign;

import java.util.List;

import rei.sms.db.campaign.Campaign;
import rei.sms.db.campaign.Template;

/** A campaign that can be planned now, while it is being planned. */
class Ready {

	private final Campaign campaign;

	private final String market;

	private final List<Template> templates;

	private final int allowance;

	private int turn;

	/**
	 * A campaign to be planned.
	 * @param allowance recipients that it may have more
	 * @param turn recipients that it has, so that templates go on taking turns
	 */
	Ready(Campaign campaign, String market, List<Template> templates, int allowance, int turn) {
		this.campaign = campaign;
		this.market = market;
		this.templates = templates;
		this.allowance = allowance;
		this.turn = turn;
	}

	/** The same campaign with its whole list. */
	Ready whole() {
		return new Ready(this.campaign, this.market, this.templates, Integer.MAX_VALUE, this.turn);
	}

	Campaign campaign() {
		return this.campaign;
	}

	String market() {
		return this.market;
	}

	List<Template> templates() {
		return this.templates;
	}

	int allowance() {
		return this.allowance;
	}

	/** Which template's turn it is. */
	int turn() {
		return this.turn;
	}

	/** The next template's turn has come. */
	void next() {
		this.turn++;
	}

}
