package rei.sms.jobs.airtable;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import rei.sms.db.message.Labelled;

/**
 * How a field is called and what it holds.
 *
 * @param spellings its usual name, then older ones: the first that the base has is used
 * @param twins further names of the same thing, written too where the base has them
 * @param words what a select must offer, each with its older spellings
 * @param mayBeComputed whether a base that computes it is as good
 */
record Naming(Kind kind, Need need, List<String> spellings, List<String> twins, List<List<String>> words,
		boolean mayBeComputed) {

	static Naming of(Kind kind, String name) {
		return new Naming(kind, Need.USUAL, List.of(name), List.of(), List.of(), false);
	}

	static Naming text(String name) {
		return of(Kind.TEXT, name);
	}

	static Naming number(String name) {
		return of(Kind.NUMBER, name);
	}

	static Naming time(String name) {
		return of(Kind.TIME, name);
	}

	static Naming flag(String name) {
		return of(Kind.FLAG, name);
	}

	static Naming link(String name) {
		return of(Kind.LINK, name);
	}

	static Naming computed(String name) {
		return of(Kind.COMPUTED, name).optional();
	}

	static Naming select(String name, Labelled... words) {
		return of(Kind.SELECT, name).offering(Arrays.stream(words).map(Spellings::of).toList());
	}

	static Naming select(String name, String... words) {
		return of(Kind.SELECT, name).offering(Arrays.stream(words).map(List::of).toList());
	}

	Naming or(String... older) {
		var all = Stream.concat(this.spellings.stream(), Stream.of(older)).toList();
		return new Naming(this.kind, this.need, all, this.twins, this.words, this.mayBeComputed);
	}

	Naming twin(String name) {
		return new Naming(this.kind, this.need, this.spellings, List.of(name), this.words, this.mayBeComputed);
	}

	Naming key() {
		return new Naming(this.kind, Need.KEY, this.spellings, this.twins, this.words, this.mayBeComputed);
	}

	Naming optional() {
		return new Naming(this.kind, Need.OPTIONAL, this.spellings, this.twins, this.words, this.mayBeComputed);
	}

	Naming orComputed() {
		return new Naming(this.kind, this.need, this.spellings, this.twins, this.words, true);
	}

	private Naming offering(List<List<String>> offered) {
		return new Naming(this.kind, this.need, this.spellings, this.twins, offered, this.mayBeComputed);
	}

}
