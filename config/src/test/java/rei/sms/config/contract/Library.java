package rei.sms.config.contract;

import java.util.List;
import java.util.Map;

import rei.sms.config.roles.House;

/** The templates of the contract tests' house. */
final class Library {

	private static final List<List<String>> TEMPLATES = List.of(
			List.of("Intro", "Hi, this is {Agent} with {Company}. Do you still own the house? Reply STOP to opt out."),
			List.of("Positive", "Glad to hear that. Would you consider an offer?"),
			List.of("Price Check", "What would you want to get for it, roughly?"),
			List.of("Delay", "No rush at all. Write back whenever it suits you."),
			List.of("Misc Request", "I'm {Agent} with {Company}, we buy houses. Reply STOP to opt out."));

	private Library() {
	}

	/** Adds a template of each category, of no stage: all may answer at any. */
	static void fill(House house) {
		TEMPLATES.forEach((template) -> house.airtable()
			.add(House.BASE, "Templates", Map.of("Name", template.getFirst(), "Category", template.getFirst(),
					"Message", template.getLast())));
	}

}
