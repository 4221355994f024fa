package rei.sms.jobs.airtable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import rei.sms.db.campaign.CampaignStatus;
import rei.sms.db.contact.LeadStatus;
import rei.sms.db.message.Labelled;

/**
 * The spellings of our words that older bases offer (decision 6): the exact label first,
 * a known older one, or the label in other capitals.
 */
final class Spellings {

	private static final Map<Labelled, String> OLDER = Map.of(CampaignStatus.RUNNING, "Active", LeadStatus.WARM_COMPS,
			"Run Comps");

	private Spellings() {
	}

	static List<String> of(Labelled word) {
		return Stream.concat(Stream.of(word.label()), Optional.ofNullable(OLDER.get(word)).stream()).toList();
	}

	/** The option that a base offers for a word, to the letter. */
	static Optional<String> offered(Collection<String> options, List<String> spellings) {
		return spellings.stream()
			.filter(options::contains)
			.findFirst()
			.or(() -> options.stream()
				.filter((option) -> spellings.stream()
					.anyMatch((spelling) -> spelling.equalsIgnoreCase(option.strip())))
				.findFirst());
	}

	/** The word that an option stands for. */
	static <E extends Labelled> Optional<E> read(E[] words, String option) {
		return Stream.of(words)
			.filter((word) -> of(word).stream().anyMatch((spelling) -> spelling.equalsIgnoreCase(option.strip())))
			.findFirst();
	}

}
