package rei.sms.jobs.responder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import rei.sms.db.campaign.Template;
import rei.sms.db.contact.Stage;
import rei.sms.jobs.rules.ReplyPlan;
import rei.sms.jobs.rules.TemplateCategory;

/**
 * Which templates may answer: those of the plan's categories in their order, of its stage
 * before those of any.
 */
record TemplateChoice(List<Template> standing) {

	/**
	 * The templates that may answer, the best first; those alike are taken in turn by
	 * {@code seed}.
	 */
	List<Template> forPlan(ReplyPlan.Reply plan, int seed) {
		return plan.categories()
			.stream()
			.flatMap((category) -> Stream.concat(of(category, Optional.of(plan.stage()), seed),
					of(category, Optional.empty(), seed)))
			.toList();
	}

	private Stream<Template> of(TemplateCategory category, Optional<Stage> stage, int seed) {
		var alike = this.standing.stream()
			.filter((template) -> isOf(template, category))
			.filter((template) -> stage.isPresent() ? stage.get() == template.stage() : template.stage() == null)
			.toList();
		var turned = new ArrayList<>(alike);
		Collections.rotate(turned, seed);
		return turned.stream();
	}

	private static boolean isOf(Template template, TemplateCategory category) {
		return template.category() != null && key(template.category()).equals(key(category.label()));
	}

	private static String key(String label) {
		return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
	}

}
