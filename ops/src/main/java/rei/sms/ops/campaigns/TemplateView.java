package rei.sms.ops.campaigns;

import org.jspecify.annotations.Nullable;

import rei.sms.ops.pages.Interval;

/**
 * What came of one version of a template in a campaign.
 *
 * @param replies phones that answered
 * @param optOuts phones that opted out
 */
public record TemplateView(String name, int version, @Nullable String message, long sent, long replies, long optOuts) {

	/** Phones that answered, of all that were sent it. */
	public Interval replyRate() {
		return new Interval(this.replies, this.sent);
	}

	/** Phones that opted out, of all that were sent it. */
	public Interval optOutRate() {
		return new Interval(this.optOuts, this.sent);
	}

}
