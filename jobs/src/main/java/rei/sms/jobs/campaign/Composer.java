package rei.sms.jobs.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import rei.sms.db.campaign.Template;
import rei.sms.db.message.Gsm;
import rei.sms.db.message.Segments;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.rules.FirstTouch;
import rei.sms.jobs.rules.FirstTouch.Lack;
import rei.sms.jobs.rules.MergeFields;
import rei.sms.jobs.rules.Rendering.Rendered;
import rei.sms.jobs.rules.Rendering.TooLong;
import rei.sms.jobs.rules.Rendering.Unresolved;
import rei.sms.jobs.rules.TemplateText;

/**
 * Writes a campaign's first text to an owner: templates take turns, nothing goes out
 * unresolved, and the text names the sender and how to opt out (decision 33).
 */
@Component
class Composer {

	private final SendingProperties sending;

	Composer(SendingProperties sending) {
		this.sending = sending;
	}

	/**
	 * Writes the text of the template whose turn it is, or of the next that can be filled
	 * in.
	 */
	Composed compose(List<Template> templates, int turn, Map<String, String> known) {
		var fields = MergeFields.of(withOurs(known));
		var tried = IntStream.range(turn, turn + templates.size())
			.mapToObj((index) -> render(templates.get(Math.floorMod(index, templates.size())), fields))
			.toList();
		return tried.stream().filter(Composed.Text.class::isInstance).findFirst().orElseGet(tried::getFirst);
	}

	private Composed render(Template template, MergeFields fields) {
		return switch (new TemplateText(template.message()).render(fields)) {
			case Rendered rendered -> signed(template, rendered.text());
			case Unresolved unresolved -> new Composed.Unfit("unresolved "
					+ unresolved.names().stream().map((name) -> "{" + name + "}").collect(Collectors.joining(", ")),
					unresolved.names());
			case TooLong tooLong -> new Composed.Unfit(LeftOutReason.TOO_LONG.words(), List.of());
		};
	}

	private Composed signed(Template template, String text) {
		var ours = ours();
		var lacks = FirstTouch.lacks(text, ours);
		var full = new StringBuilder(text);
		if (lacks.contains(Lack.SENDER) && !ours.isEmpty()) {
			full.append(" - ").append(String.join(", ", ours)).append(ours.getLast().endsWith(".") ? "" : ".");
		}
		if (lacks.contains(Lack.OPT_OUT)) {
			full.append(' ').append(this.sending.optOutSentence());
		}
		return fit(template, Gsm.normalise(full.toString()));
	}

	private Composed fit(Template template, String text) {
		var segments = Segments.of(text).parts();
		return (text.length() > TemplateText.MAX_LENGTH || segments > this.sending.ratePerNumberPerMin())
				? new Composed.Unfit(LeftOutReason.TOO_LONG.words(), List.of())
				: new Composed.Text(template, text, segments);
	}

	private List<String> ours() {
		return Stream.of(this.sending.agent(), this.sending.company()).flatMap(Optional::stream).toList();
	}

	private Map<String, String> withOurs(Map<String, String> known) {
		var fields = new HashMap<>(known);
		this.sending.agent().ifPresent((agent) -> fields.put("Agent", agent));
		this.sending.company().ifPresent((company) -> fields.put("Company", company));
		return fields;
	}

	/** What became of a campaign's templates for one recipient. */
	sealed interface Composed {

		/** A text that may go out. */
		record Text(Template template, String text, int segments) implements Composed {
		}

		/** None, and why: the fields that are missing, if that is it. */
		record Unfit(String reason, List<String> missing) implements Composed {
		}

	}

}
