package rei.sms.ops.today;

import java.time.Instant;
import java.util.regex.Pattern;

import rei.sms.ops.Health.Complaint;

/**
 * Something that is wrong, and the page on which it is mended.
 *
 * @param page where to go
 * @param link what the way there is called
 */
public record NextStep(String what, String fix, Instant since, String page, String link) {

	private static final Pattern EXECUTION = Pattern.compile("execution (\\d+)");

	static NextStep of(Complaint complaint) {
		return switch (complaint.code()) {
			case "job-failed" -> failed(complaint);
			case "parked" -> new NextStep("Some records were set aside: " + complaint.what() + ".",
					"Look at each error, mend its cause, then press Retry.", complaint.since(), "/ops/runs/parked",
					"Open the parked records");
			case "needs-person" -> new NextStep(complaint.what() + ".", "Answer or settle them; most take one key.",
					complaint.since(), "/ops/person", "Open the list");
			default -> new NextStep(complaint.what(), complaint.fix(), complaint.since(), page(complaint.code()),
					"Have a look");
		};
	}

	private static NextStep failed(Complaint complaint) {
		var execution = EXECUTION.matcher(complaint.what());
		var id = execution.find() ? execution.group(1) : "";
		return new NextStep(complaint.what() + ".",
				"Look at its error. When the cause is mended, press Restart: it goes on where it ended.",
				complaint.since(), "/ops/runs/" + id, "Open the run");
	}

	private static String page(String code) {
		if (code.startsWith("campaign") || code.startsWith("template")) {
			return "/ops/campaigns";
		}
		return code.startsWith("number") ? "/ops/numbers" : "/ops/runs";
	}

}
