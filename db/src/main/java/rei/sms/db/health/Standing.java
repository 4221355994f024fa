package rei.sms.db.health;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How one template, campaign or number stands, with the bounds between which each share
 * surely lies.
 *
 * @param reason what is past a threshold, if anything is
 * @param stoppedAt when it was stopped last
 */
public record Standing(Fared fared, Bounds delivered, Bounds filtered, Bounds optedOut, @Nullable String reason,
		@Nullable Instant stoppedAt) {

	/** At least and at most, from 0 to 1. */
	public record Bounds(double low, double high) {
	}

}
