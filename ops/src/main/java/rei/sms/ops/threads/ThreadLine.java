package rei.sms.ops.threads;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One thread in a list.
 *
 * @param name whom we talk with, as far as is known
 * @param last the latest text, of either side
 * @param isOurs whether that was ours
 */
public record ThreadLine(String phone, String name, @Nullable String address, @Nullable String stage, boolean isLead,
		boolean isOptedOut, boolean isHandedOver, @Nullable String last, boolean isOurs, @Nullable String intent,
		@Nullable Instant lastInbound) {

	/** Where the list goes on. */
	public String cursor() {
		return ((this.lastInbound != null) ? this.lastInbound.toString() : "") + "_" + this.phone.substring(1);
	}

}
