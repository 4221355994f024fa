package rei.sms.sandbox.textgrid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a page shows of the phones.
 *
 * @param optOuts phones whose owner wants no more texts
 * @param dialogues the latest conversations, latest first
 */
public record TextGridView(int sent, int delivered, int replies, int optOuts, List<Dialogue> dialogues) {

	private static final int MOST_DIALOGUES = 60;

	static TextGridView of(List<Text> texts, List<Inbound> inbounds) {
		int delivered = (int) texts.stream().filter((text) -> text.status().equals("delivered")).count();
		int optOuts = (int) inbounds.stream().filter(Inbound::stop).map(Inbound::from).distinct().count();
		return new TextGridView(texts.size(), delivered, inbounds.size(), optOuts, dialogues(texts, inbounds));
	}

	private static List<Dialogue> dialogues(List<Text> texts, List<Inbound> inbounds) {
		var dialogues = new LinkedHashMap<String, Dialogue>();
		texts.forEach((text) -> bubble(dialogues, text.to(), text.from(),
				new Bubble(false, text.body(), text.status(), text.accepted())));
		inbounds.forEach((inbound) -> bubble(dialogues, inbound.from(), inbound.to(),
				new Bubble(true, inbound.body(), "", inbound.at())));
		dialogues.values().forEach((dialogue) -> dialogue.bubbles.sort(Comparator.comparing(Bubble::at)));
		return dialogues.values()
			.stream()
			.sorted(Comparator.comparing((Dialogue dialogue) -> dialogue.bubbles.getLast().at).reversed())
			.limit(MOST_DIALOGUES)
			.toList();
	}

	private static void bubble(LinkedHashMap<String, Dialogue> dialogues, String phone, String number, Bubble bubble) {
		dialogues.computeIfAbsent(phone, (_) -> new Dialogue(phone, number, new ArrayList<>())).bubbles.add(bubble);
	}

	/**
	 * What one phone and we wrote to each other.
	 */
	public record Dialogue(String phone, String number, List<Bubble> bubbles) {
	}

	/**
	 * One text of a dialogue.
	 *
	 * @param status of ours, empty for theirs
	 */
	public record Bubble(boolean theirs, String body, String status, Instant at) {
	}

}
