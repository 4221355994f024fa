package rei.sms.jobs.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import rei.sms.db.message.Gsm;

/** Finds the name by which to address an owner in what lists of owners hold. */
public final class FirstName {

	/**
	 * Words that no person is called by: their bearer is a company, a trust, an estate or
	 * nobody.
	 */
	private static final Set<String> NOBODY = Set.of("llc", "llp", "lllp", "pllc", "lp", "inc", "corp", "corporation",
			"incorporated", "co", "company", "ltd", "limited", "plc", "trust", "trusts", "trustee", "trustees", "tr",
			"trs", "ttee", "estate", "est", "heirs", "bank", "na", "church", "ministries", "ministry", "city", "county",
			"state", "town", "village", "township", "department", "dept", "authority", "district", "school",
			"university", "college", "hospital", "foundation", "association", "assn", "assoc", "associates", "hoa",
			"condo", "condominium", "condominiums", "apartments", "properties", "property", "holdings", "holding",
			"investments", "investment", "investors", "investor", "invest", "realty", "homes", "home", "houses",
			"housing", "rentals", "rental", "enterprises", "enterprise", "group", "partners", "partnership", "fund",
			"funding", "capital", "ventures", "venture", "management", "mgmt", "development", "developers", "builders",
			"construction", "contractors", "services", "service", "solutions", "industries", "acquisitions", "assets",
			"equity", "financial", "mortgage", "lending", "loan", "savings", "insurance", "federal", "national",
			"secretary", "veterans", "revocable", "irrevocable", "living", "family", "fbo", "dba", "ira", "unknown",
			"owner", "owners", "occupant", "resident", "current", "homeowner", "tenant", "null", "none", "nan",
			"undefined", "test", "deceased", "property's", "not", "available", "various", "multiple");

	private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "rev", "reverend", "pastor",
			"prof", "sir", "hon", "sr", "sra", "don", "doña", "the");

	private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv", "v", "md", "phd", "esq", "dds",
			"cpa", "etal", "et", "al", "etux", "ux", "etvir", "vir");

	/** Two letters that are a name although a vowel does not end them. */
	private static final Set<String> SHORT_NAMES = Set.of("al", "ed", "an", "oz", "ike", "abe", "art", "ty", "cy", "vy",
			"ly", "my");

	/** What follows one of these, or one of the words below, is about a second person. */
	private static final Pattern SECOND_PERSON = Pattern.compile("\\s*[&+/;].*$");

	private static final Set<String> AND = Set.of("and", "y", "or");

	/** Lists number those of one name: "John2" is a John. */
	private static final Pattern COUNTER = Pattern.compile("(?<=\\p{L}{3})\\d{1,4}(?![\\p{L}\\d])");

	private FirstName() {
	}

	/**
	 * The first name in a list's cell, in the case that people write it; empty when the
	 * cell names no person or only initials.
	 */
	public static Optional<String> clean(String cell) {
		var words = Gsm.normalise(cell).strip().replaceAll("\\s+", " ");
		var text = COUNTER.matcher(words).replaceAll("");
		return namesNobody(text) ? Optional.empty()
				: givenNames(text).stream().filter(FirstName::isName).findFirst().map(Casing::name);
	}

	/**
	 * Whether a cell holds a company, a trust, an estate, or nothing that can be a name.
	 */
	static boolean namesNobody(String text) {
		return text.isEmpty() || words(text).stream().anyMatch(NOBODY::contains)
				|| text.matches(".*[\\d@#%{}<>\\[\\]].*");
	}

	/**
	 * In "LAST, FIRST" the given names come second, unless what comes second is a suffix.
	 */
	private static List<String> givenNames(String text) {
		var halves = text.split(",", 2);
		var given = (halves.length == 2 && !isSuffix(halves[1])) ? halves[1] : halves[0];
		var one = SECOND_PERSON.matcher(given.strip()).replaceFirst("");
		return Arrays.stream(one.split("[\\s,]+"))
			.map(FirstName::trimmed)
			.takeWhile((word) -> !AND.contains(word.toLowerCase(Locale.ROOT)))
			.toList();
	}

	private static boolean isSuffix(String text) {
		return words(text).stream().allMatch(SUFFIXES::contains);
	}

	private static boolean isName(String word) {
		var lower = word.toLowerCase(Locale.ROOT);
		if (word.length() < 2 || TITLES.contains(plain(lower)) || SUFFIXES.contains(plain(lower))
				|| word.contains(".")) {
			return false;
		}
		return (word.length() > 2) ? hasVowel(lower) : SHORT_NAMES.contains(lower) || hasVowel(lower.substring(1));
	}

	private static boolean hasVowel(String word) {
		return word.chars().anyMatch((letter) -> letter > 127 || "aeiouy".indexOf(letter) >= 0);
	}

	private static String trimmed(String word) {
		return word.replaceAll("^[^\\p{L}]+|[^\\p{L}.]+$", "").replaceAll("(?<=\\p{L}{3})\\.$", "");
	}

	private static List<String> words(String text) {
		return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s,/&+;]+"))
			.map(FirstName::plain)
			.filter((word) -> !word.isEmpty())
			.toList();
	}

	private static String plain(String word) {
		return word.replaceAll("[.()\"]|^[^\\p{L}]+|[^\\p{L}]+$", "");
	}

}
