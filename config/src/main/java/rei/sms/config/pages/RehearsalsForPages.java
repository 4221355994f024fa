package rei.sms.config.pages;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.campaign.Rehearsal;
import rei.sms.jobs.campaign.Rehearsed;
import rei.sms.ops.access.PagesOn;
import rei.sms.ops.campaigns.Rehearsals;

/** Plays campaigns through for the pages, as the command line does. */
@Component
@Conditional(PagesOn.class)
class RehearsalsForPages implements Rehearsals {

	private static final int TEXTS_SHOWN = 20;

	private final Rehearsal rehearsal;

	RehearsalsForPages(Rehearsal rehearsal) {
		this.rehearsal = rehearsal;
	}

	@Override
	public Optional<Played> of(UUID campaign) {
		return this.rehearsal.of(campaign.toString(), TEXTS_SHOWN).map(RehearsalsForPages::played);
	}

	private static Played played(Rehearsed rehearsed) {
		var texts = rehearsed.texts()
			.stream()
			.map((text) -> new Text(text.to().e164(), text.from().e164(), text.at(), text.body(), text.segments()))
			.toList();
		return new Played(rehearsed.hold().orElse(null), rehearsed.listed(), rehearsed.recipients(),
				rehearsed.segments(), "$%,.2f".formatted(rehearsed.cost()), rehearsed.leftOut(), rehearsed.held(),
				rehearsed.missing(), numbers(rehearsed.perNumber()), rehearsed.firstAt().orElse(null),
				rehearsed.finishAt().orElse(null), texts);
	}

	private static Map<String, Integer> numbers(Map<PhoneNumber, Integer> perNumber) {
		var numbers = new TreeMap<String, Integer>();
		perNumber.forEach((number, texts) -> numbers.put(number.e164(), texts));
		return numbers;
	}

}
