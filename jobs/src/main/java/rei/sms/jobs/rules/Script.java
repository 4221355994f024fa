package rei.sms.jobs.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The everyday words that a text to an owner is made of. */
record Script(Set<String> words) {

	/** What answers the seller's own words may take them up. */
	private static final Pattern ANSWERS = Pattern.compile(
			"^(?:oh |wow |ah |well |ok |okay |great |and )*,? ?(?:thanks|thank you|many thanks|sorry|so sorry|very sorry|i am (?:so |very |really )?sorry|we are sorry|apologies|my condolences|congrat\\w*|enjoy|hope|i hope|hoping|good luck|best of luck|best wishes|happy|glad|nice|wow|sounds like|it sounds|that sounds|i hear|i understand|understood|got it|noted|i see|i appreciate|appreciate|gracias|muchas gracias|lamento|lo siento|siento|felicidades|espero|ojala|entiendo|que bueno|me alegro)\\b");

	static Script standard() {
		try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream("reply-vocabulary.txt"))) {
			return new Script(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.flatMap((line) -> Arrays.stream(line.split(" ")))
				.collect(Collectors.toUnmodifiableSet()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The first words of a reply that are off the script.
	 * @param ours names of ours, whose words anybody may use
	 */
	Optional<String> offScript(PlainReply reply, Collection<String> ours) {
		var names = Stream
			.concat(reply.names().stream(), ours.stream().flatMap((name) -> Arrays.stream(Language.words(name))))
			.collect(Collectors.toSet());
		return reply.statements()
			.stream()
			.filter((statement) -> !ANSWERS.matcher(statement).find())
			.flatMap((statement) -> Arrays.stream(Language.words(statement)))
			.filter((word) -> !word.isEmpty() && !this.words.contains(word) && !names.contains(word))
			.findFirst();
	}

}
