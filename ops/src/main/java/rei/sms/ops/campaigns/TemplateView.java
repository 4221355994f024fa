package rei.sms.ops.campaigns;

import org.jspecify.annotations.Nullable;

import rei.sms.ops.pages.Interval;

/**
 * What came of one version of a template in a campaign.
 *
 * @param first of the texts those that were the campaign's first to a phone
 * @param replies phones that answered
 * @param optOuts phones that opted out
 */
public record TemplateView(String name, int version, @Nullable String message, long sent, long first, long replies,
		long optOuts) {

	/** Phones that answered, of all to whom it was the first. */
	public Interval replyRate() {
		return new Interval(this.replies, this.first);
	}

	/** Phones that opted out, of all to whom it was the first. */
	public Interval optOutRate() {
		return new Interval(this.optOuts, this.first);
	}

}
