package rei.sms.jobs.mirror;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import rei.sms.db.message.Labelled;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.db.mirror.PulledConversations;
import rei.sms.jobs.airtable.ConversationField;
import rei.sms.jobs.airtable.Formula;
import rei.sms.db.mirror.Mirrored;
import rei.sms.jobs.airtable.ListQuery;
import rei.sms.jobs.airtable.Reading;
import rei.sms.jobs.airtable.Table;
import rei.sms.jobs.airtable.TableMapping;

/**
 * Messages are the engine's; people set the trigger and correct what a seller meant
 * (decision 24).
 */
@Component
class TakenConversations implements PulledTable {

	private static final List<ConversationField> CORRECTED = List.of(ConversationField.INTENT,
			ConversationField.AI_INTENT);

	private static final List<ConversationField> WANTED = List.of(ConversationField.INTENT, ConversationField.AI_INTENT,
			ConversationField.AI_RESPONSE_TRIGGER);

	private final PulledConversations conversations;

	private final Clock clock;

	TakenConversations(PulledConversations conversations, Clock clock) {
		this.conversations = conversations;
		this.clock = clock;
	}

	@Override
	public Table table() {
		return Table.CONVERSATIONS;
	}

	@Override
	public Optional<Mirrored> mirrored() {
		return Optional.of(Mirrored.CONVERSATION);
	}

	/**
	 * What was there before the engine is not its log: the first listing begins now. What
	 * the engine creates is as it should be.
	 */
	@Override
	public ListQuery query(TableMapping mapping, Optional<Instant> since) {
		var edited = mapping.editable(CORRECTED);
		var corrected = Formula.changedSince(since.orElseGet(() -> this.clock.instant().minus(Duration.ofMinutes(1))),
				edited);
		var direction = mapping.name(ConversationField.DIRECTION)
			.map((name) -> Formula.all(Formula.equal(name, "INBOUND"), Formula.changedSinceMade(edited), corrected))
			.orElse(corrected);
		var trigger = mapping.editable(List.of(ConversationField.AI_RESPONSE_TRIGGER)).stream().findFirst();
		return ListQuery.ALL.with(mapping.names(WANTED))
			.where(trigger.map((name) -> Formula.any(Formula.set(name), direction)).orElse(direction));
	}

	/** The same trigger may be set again and again. */
	@Override
	public boolean isRemembered() {
		return false;
	}

	@Override
	public List<ConversationField> watched() {
		return WANTED;
	}

	/** Messages are added by us alone. */
	@Override
	public List<String> watchedChanges() {
		return List.of("update");
	}

	/** Most of what changed since the last listing is what we wrote ourselves. */
	@Override
	public Set<String> alike(List<Reading> readings) {
		var known = this.conversations.known(readings.stream().map((reading) -> reading.id().value()).toList());
		return readings.stream()
			.filter((reading) -> isAlike(reading, known.get(reading.id().value())))
			.map((reading) -> reading.id().value())
			.collect(Collectors.toSet());
	}

	private static boolean isAlike(Reading reading, PulledConversations.@Nullable Known known) {
		return known == null || (isAlike(reading, ConversationField.INTENT, Intent.class, known.intent())
				&& isAlike(reading, ConversationField.AI_INTENT, AiIntent.class, known.aiIntent())
				&& (known.trigger() || !reading.flag(ConversationField.AI_RESPONSE_TRIGGER)));
	}

	private static <E extends Enum<E> & Labelled> boolean isAlike(Reading reading, ConversationField field,
			Class<E> words, @Nullable E known) {
		return reading.text(field).isEmpty() || reading.word(field, words).filter((word) -> word == known).isPresent();
	}

	@Override
	public Set<String> take(List<Reading> readings, CellFaults faults) {
		readings.forEach((reading) -> this.conversations.correct(reading.id().value(),
				Cells.word(reading, ConversationField.INTENT, Intent.class, faults).orElse(null),
				Cells.word(reading, ConversationField.AI_INTENT, AiIntent.class, faults).orElse(null),
				this.clock.instant()));
		this.conversations.trigger(readings.stream()
			.filter((reading) -> reading.flag(ConversationField.AI_RESPONSE_TRIGGER))
			.map((reading) -> reading.id().value())
			.toList());
		return Set.of();
	}

}
