package rei.sms.db.optout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What every text holds that a wording matches, read off the wording itself: of each set
 * one run of letters. Most wordings that could begin at a word need another that is not
 * there, which is far sooner found out than by trying to match.
 */
final class Necessity {

	/** What is shorter stands in any text. */
	private static final int SHORTEST = Threes.LETTERS;

	private static final Comparator<Set<String>> SAYS_MOST = Comparator.<Set<String>>comparingInt(Set::size)
		.thenComparing((set) -> set.stream().mapToInt(String::length).min().orElse(0), Comparator.reverseOrder());

	private final String wording;

	private int at;

	private Necessity(String wording) {
		this.wording = wording;
	}

	/**
	 * Reads a regular expression of what our phrases are written in: letters, groups,
	 * choices, classes, escapes, look-arounds, quantifiers.
	 */
	static List<Set<String>> of(String wording) {
		return new Necessity(wording).choice();
	}

	/** Of a choice one branch must be there; where one needs nothing, nothing must. */
	private List<Set<String>> choice() {
		var first = row();
		if (!isNext('|')) {
			return first;
		}
		boolean all = !first.isEmpty();
		var either = new LinkedHashSet<String>(best(first));
		while (isNext('|')) {
			this.at++;
			var branch = row();
			all &= !branch.isEmpty();
			either.addAll(best(branch));
		}
		return all ? List.of(either) : List.of();
	}

	private static Set<String> best(List<Set<String>> needs) {
		return needs.stream().min(SAYS_MOST).orElse(Set.of());
	}

	/** What stands in a row is needed together. */
	private List<Set<String>> row() {
		var needs = new ArrayList<Set<String>>();
		var run = new StringBuilder();
		while (this.at < this.wording.length() && !isNext('|') && !isNext(')')) {
			char next = this.wording.charAt(this.at);
			boolean letter = next == ' ' || Character.isLetterOrDigit(next);
			var inner = letter ? one() : part(next);
			var often = quantifier();
			if (letter && often != Often.MAYBE) {
				run.append(next);
			}
			if (!letter || often != Often.ONCE) {
				end(run, needs);
			}
			if (often != Often.MAYBE) {
				needs.addAll(inner);
			}
		}
		end(run, needs);
		return needs;
	}

	private static void end(StringBuilder run, List<Set<String>> needs) {
		if (run.length() >= SHORTEST) {
			needs.add(Set.of(run.toString()));
		}
		run.setLength(0);
	}

	private List<Set<String>> one() {
		this.at++;
		return List.of();
	}

	private List<Set<String>> part(char kind) {
		return switch (kind) {
			case '(' -> group();
			case '[' -> {
				this.at = this.wording.indexOf(']', this.at) + 1;
				yield List.of();
			}
			case '\\' -> {
				this.at += 2;
				yield List.of();
			}
			default -> one();
		};
	}

	/** What a look-around looks at need not be in what is matched, or must not. */
	private List<Set<String>> group() {
		boolean grouped = this.wording.startsWith("(?:", this.at);
		boolean looks = !grouped && this.wording.startsWith("(?", this.at);
		this.at += grouped ? 3 : 1;
		if (looks) {
			this.at = this.wording.startsWith("?<", this.at) ? this.at + 3 : this.at + 2;
		}
		var inner = choice();
		this.at++;
		return looks ? List.of() : inner;
	}

	private Often quantifier() {
		var often = isNext('?') || isNext('*') || this.wording.startsWith("{0", this.at) ? Often.MAYBE
				: (isNext('+') || isNext('{')) ? Often.MORE : Often.ONCE;
		if (isNext('{')) {
			this.at = this.wording.indexOf('}', this.at);
		}
		while (isNext('?') || isNext('*') || isNext('+') || isNext('}')) {
			this.at++;
		}
		return often;
	}

	private boolean isNext(char sign) {
		return this.at < this.wording.length() && this.wording.charAt(this.at) == sign;
	}

	/** How often a part stands there. */
	private enum Often {

		ONCE, MORE, MAYBE

	}

}
