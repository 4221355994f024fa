package rei.sms.jobs.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.Gsm;
import rei.sms.db.message.Segments;
import rei.sms.jobs.rules.Rendering.Rendered;
import rei.sms.jobs.rules.Rendering.TooLong;
import rei.sms.jobs.rules.Rendering.Unresolved;

/**
 * A template's text with placeholders in braces: {@code {First}} or, with a fallback,
 * {@code {First|there}}.
 */
public record TemplateText(String text) {

	/** The longest text that the provider takes. */
	public static final int MAX_LENGTH = 1600;

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}|]*)(?:\\|([^{}|]*))?}");

	/** The placeholders in their order, as the template writes them. */
	public Set<String> names() {
		var names = new LinkedHashSet<String>();
		walk((literal) -> {
		}, (name, fallback) -> names.add(name));
		return names;
	}

	/**
	 * Whether the text has a placeholder of that name, by its short name or the field's
	 * own.
	 */
	public boolean names(String placeholder) {
		return names().stream().map(MergeFields::key).anyMatch(MergeFields.key(placeholder)::equals);
	}

	/** Fills in every placeholder, or says which stand for nothing. */
	public Rendering render(MergeFields fields) {
		var filled = new StringBuilder();
		var unresolved = new ArrayList<String>();
		walk((literal) -> {
			filled.append(literal);
			// A brace outside a placeholder is a placeholder that somebody mistyped.
			if (literal.matches("(?s).*[{}].*")) {
				unresolved.add(literal.strip());
			}
		}, (name, fallback) -> fields.get(name)
			.ifPresentOrElse(filled::append, () -> fallBack(name, fallback, filled, unresolved)));
		return rendering(Gsm.normalise(filled.toString()).strip(), unresolved);
	}

	private static void fallBack(String name, @Nullable String fallback, StringBuilder filled,
			List<String> unresolved) {
		if (fallback == null) {
			unresolved.add(name);
		}
		else {
			filled.append(fallback);
		}
	}

	private static Rendering rendering(String text, List<String> unresolved) {
		if (!unresolved.isEmpty()) {
			return new Unresolved(unresolved.stream().distinct().toList());
		}
		return (text.length() > MAX_LENGTH) ? new TooLong(text.length()) : new Rendered(text, Segments.of(text));
	}

	private void walk(Consumer<String> literal, BiConsumer<String, @Nullable String> placeholder) {
		int from = 0;
		for (MatchResult match : PLACEHOLDER.matcher(this.text).results().toList()) {
			literal.accept(this.text.substring(from, match.start()));
			placeholder.accept(match.group(1).strip(), match.group(2));
			from = match.end();
		}
		literal.accept(this.text.substring(from));
	}

}
