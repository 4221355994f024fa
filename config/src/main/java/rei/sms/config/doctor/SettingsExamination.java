package rei.sms.config.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import rei.sms.config.settings.Role;
import rei.sms.config.settings.Settings;

/** What the settings lack, and what they allow that somebody should know. */
public final class SettingsExamination {

	private static final String AREA = "settings";

	private SettingsExamination() {
	}

	/** Looks at the settings for what a whole engine needs. */
	public static List<Finding> of(Settings settings, Set<String> fieldOverrides) {
		var findings = new ArrayList<Finding>();
		settings.faults(Role.SERVE, fieldOverrides)
			.forEach((fault) -> findings
				.add(Finding.broken(AREA, fault.toString(), "Set " + fault.name() + " as docs/settings.md says")));
		if (findings.isEmpty()) {
			findings.add(Finding.fine(AREA, settings.isOn("SANDBOX") ? "complete; what is not set stands in for itself"
					: "complete and well-formed"));
		}
		findings.addAll(lacking(settings));
		return findings;
	}

	private static List<Finding> lacking(Settings settings) {
		var findings = new ArrayList<Finding>();
		if (settings.find("QUIET_HOURS_ENFORCED").filter("false"::equalsIgnoreCase).isPresent()) {
			findings.add(Finding.lacks(AREA, "QUIET_HOURS_ENFORCED is false: only the states' own hours hold",
					"Unset it unless your lawyer agrees"));
		}
		lacking(settings, findings, "PUBLIC_URL", "the provider sends no delivery receipts",
				"Set it to the address under which the provider reaches `serve`");
		lacking(settings, findings, "AGENT_NAME", "templates that say {Agent} are refused", "Set it to who signs");
		lacking(settings, findings, "COMPANY_NAME", "templates that say {Company} are refused",
				"Set it to the company that signs");
		if (settings.find("AGENT_NAME").or(() -> settings.find("COMPANY_NAME")).isEmpty()
				&& !settings.isOn("SANDBOX")) {
			findings.add(Finding.lacks(AREA,
					"neither AGENT_NAME nor COMPANY_NAME is set: a campaign whose first text does not say who writes is held",
					"Set one of them, or let each first text introduce its sender"));
		}
		lacking(settings, findings, "OPS_PASSWORD", "the ops pages are off", "Set it to switch them on");
		if (!settings.isOn("SANDBOX") && settings.find("WEBHOOK_TOKEN").isPresent()
				&& settings.find("WEBHOOK_TOKEN").equals(settings.find("CRON_TOKEN"))) {
			findings.add(Finding.lacks(AREA, "WEBHOOK_TOKEN and CRON_TOKEN are the same: the provider could run jobs",
					"Give them different values"));
		}
		return findings;
	}

	private static void lacking(Settings settings, List<Finding> findings, String name, String what, String fix) {
		if (settings.find(name).isEmpty() && !settings.isOn("SANDBOX")) {
			findings.add(Finding.lacks(AREA, name + " is not set: " + what, fix));
		}
	}

}
