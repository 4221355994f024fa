package rei.sms.sandbox.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The faults a stand-in is told to have; the first rule that matches a request decides.
 */
public final class Faults {

	private final List<Rule> rules = new ArrayList<>();

	/**
	 * The next {@code calls} calls fail.
	 */
	public void next(int calls, Fault fault) {
		next(calls, fault, (request) -> true);
	}

	/**
	 * The next {@code calls} of these calls fail.
	 */
	public synchronized void next(int calls, Fault fault, Predicate<Request> when) {
		this.rules.add(new Rule(calls, when, () -> fault));
	}

	/**
	 * All of these calls fail until {@link #clear()}.
	 */
	public void always(Fault fault, Predicate<Request> when) {
		next(Integer.MAX_VALUE, fault, when);
	}

	/**
	 * Each call fails with this chance, in one of these ways, the same way in each run
	 * with the same seed.
	 */
	public void chance(double chance, long seed, Fault... faults) {
		chance(chance, seed, (request) -> true, faults);
	}

	/**
	 * Each of these calls fails with this chance, in one of these ways, the same way in
	 * each run with the same seed.
	 */
	public synchronized void chance(double chance, long seed, Predicate<Request> when, Fault... faults) {
		var random = new Random(seed);
		this.rules.add(new Rule(Integer.MAX_VALUE, when,
				() -> (random.nextDouble() < chance) ? faults[random.nextInt(faults.length)] : null));
	}

	/**
	 * The vendor is well again.
	 */
	public synchronized void clear() {
		this.rules.clear();
	}

	synchronized @Nullable Fault strike(Request request) {
		for (Iterator<Rule> all = this.rules.iterator(); all.hasNext();) {
			Rule rule = all.next();
			if (rule.when.test(request)) {
				if (rule.spend()) {
					all.remove();
				}
				Fault drawn = rule.source.draw();
				if (drawn != null) {
					return drawn;
				}
			}
		}
		return null;
	}

	private interface Source {

		@Nullable Fault draw();

	}

	private static final class Rule {

		private final Predicate<Request> when;

		private final Source source;

		private int left;

		private Rule(int calls, Predicate<Request> when, Source source) {
			this.left = calls;
			this.when = when;
			this.source = source;
		}

		/** Answers true when this was the last call the rule was for. */
		private boolean spend() {
			if (this.left != Integer.MAX_VALUE) {
				this.left--;
			}
			return this.left == 0;
		}

	}

}
