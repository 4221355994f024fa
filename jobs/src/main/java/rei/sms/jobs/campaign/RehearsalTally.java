package rei.sms.jobs.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import rei.sms.db.campaign.Campaign;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.outbox.OutboundText;
import rei.sms.jobs.campaign.Plan.Chosen;
import rei.sms.jobs.campaign.Plan.Held;
import rei.sms.jobs.campaign.Plan.LeftOut;

/** Counts what a rehearsal plans for one campaign. */
class RehearsalTally {

	private final Campaign campaign;

	private final ZoneId zone;

	private final int textsShown;

	private final List<Rehearsed.Text> texts = new ArrayList<>();

	private final Map<String, Integer> leftOut = new TreeMap<>();

	private final Map<String, Integer> held = new TreeMap<>();

	private final Map<String, Integer> missing = new TreeMap<>();

	private final Map<PhoneNumber, Integer> perNumber = new TreeMap<>();

	private final Map<Instant, Integer> perMinute = new HashMap<>();

	private final Map<LocalDate, Integer> perDay = new HashMap<>();

	private int listed;

	private int recipients;

	private long segments;

	private @Nullable Instant first;

	private @Nullable Instant last;

	RehearsalTally(Campaign campaign, ZoneId zone, int textsShown) {
		this.campaign = campaign;
		this.zone = zone;
		this.textsShown = textsShown;
	}

	/** Counts what would become of one prospect. */
	void count(Plan plan) {
		this.listed++;
		switch (plan) {
			case Chosen chosen -> count(chosen.text());
			case Held held -> this.held.merge(held.reason(), 1, Integer::sum);
			case LeftOut out -> {
				this.leftOut.merge(out.reason(), 1, Integer::sum);
				out.missing().forEach((field) -> this.missing.merge(field, 1, Integer::sum));
			}
		}
	}

	private void count(OutboundText text) {
		var at = text.notBefore();
		var from = Objects.requireNonNull(text.ourNumber());
		this.recipients++;
		this.segments += text.segments();
		this.perNumber.merge(from, 1, Integer::sum);
		this.perMinute.merge(at.truncatedTo(ChronoUnit.MINUTES), text.segments(), Integer::sum);
		this.perDay.merge(LocalDate.ofInstant(at, this.zone), text.segments(), Integer::sum);
		this.first = (this.first == null || at.isBefore(this.first)) ? at : this.first;
		this.last = (this.last == null || at.isAfter(this.last)) ? at : this.last;
		if (this.texts.size() < this.textsShown) {
			this.texts.add(new Rehearsed.Text(text.sellerPhone(), from, at, text.body(), text.segments()));
		}
	}

	/** The result, for a campaign that {@code hold} holds, if anything does. */
	Rehearsed result(Optional<String> hold, BigDecimal segmentCost) {
		return new Rehearsed(this.campaign.id(), this.campaign.name(), this.campaign.status(), hold, this.listed,
				this.recipients, this.segments, segmentCost.multiply(BigDecimal.valueOf(this.segments)), this.leftOut,
				this.held, this.missing, this.perNumber, most(this.perMinute.values()), most(this.perDay.values()),
				Optional.ofNullable(this.first), Optional.ofNullable(this.last), List.copyOf(this.texts));
	}

	private static int most(Collection<Integer> segments) {
		return segments.stream().mapToInt(Integer::intValue).max().orElse(0);
	}

}
