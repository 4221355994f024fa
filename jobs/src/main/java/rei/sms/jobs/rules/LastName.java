package rei.sms.jobs.rules;

import java.util.Optional;

import rei.sms.db.message.Gsm;

/** Finds an owner's last name in what lists of owners hold. */
final class LastName {

	private LastName() {
	}

	/** The last name in a list's cell; empty when it names no person. */
	static Optional<String> clean(String cell) {
		var text = Gsm.normalise(cell)
			.strip()
			.replaceAll("\\s+", " ")
			.replaceAll("(?iu)[,\\s]+(jr|sr|ii|iii|iv)\\.?$", "");
		var isName = text.matches("\\p{L}.*\\p{L}") && !FirstName.namesNobody(text);
		return isName ? Optional.of(Casing.name(text)) : Optional.empty();
	}

}
