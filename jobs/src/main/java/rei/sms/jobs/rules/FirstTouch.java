package rei.sms.jobs.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the first text to an owner must say: who writes and how to opt out. */
public final class FirstTouch {

	private static final Pattern OPT_OUT = Pattern.compile(
			"(?iu)\\b(stop|unsubscribe|opt[ -]?out|end)\\b.{0,40}\\b(opt|stop|end|unsubscribe|quit|texts?|messages?|out)\\b"
					+ "|\\b(reply|text|txt|send|say|responda|envie|envíe|conteste)\\b.{0,12}\\b(stop|end|quit|unsubscribe|alto)\\b"
					+ "|\\bopt[ -]?out\\b");

	/** How a text says by itself who writes it. */
	private static final Pattern INTRODUCTION = Pattern.compile("(?u)"
			+ "\\b(?i:this is|my name is|my name's|i'?m|i am|it'?s|soy|me llamo|mi nombre es|le escribe|habla)\\s+\\p{Lu}\\p{L}+"
			+ "|\\b\\p{Lu}\\p{L}+\\s+(?i:here|from|with|at|de|con)\\s+\\p{Lu}|\\b\\p{Lu}\\p{L}+\\s+(?i:here|aqui|aquí)\\b"
			+ "|[-~]\\s?\\p{Lu}\\p{L}+[^?]{0,40}$|[-~]\\s?\\p{Lu}\\p{L}+(?=[.,])");

	private FirstTouch() {
	}

	/**
	 * What a rendered first text fails to say.
	 * @param ours the agent's and the company's names, one of which must be in it; where
	 * none is set, the text must introduce somebody by itself
	 */
	public static List<Lack> lacks(String text, Collection<String> ours) {
		var lacks = new ArrayList<Lack>();
		if (!namesSender(text, ours.stream().filter((name) -> !name.isBlank()).toList())) {
			lacks.add(Lack.SENDER);
		}
		if (!OPT_OUT.matcher(text).find()) {
			lacks.add(Lack.OPT_OUT);
		}
		return lacks;
	}

	private static boolean namesSender(String text, Collection<String> ours) {
		var lower = text.toLowerCase(Locale.ROOT);
		return ours.isEmpty() ? INTRODUCTION.matcher(text).find()
				: ours.stream().anyMatch((name) -> lower.contains(name.strip().toLowerCase(Locale.ROOT)));
	}

	/** What a first text may lack. */
	public enum Lack {

		/** It names neither the agent nor the company. */
		SENDER,
		/** It does not say how to opt out. */
		OPT_OUT

	}

}
