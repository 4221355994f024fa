package rei.sms.config.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.util.StringUtils;

import rei.sms.jobs.ai.ModelRouter;
import rei.sms.jobs.airtable.BaseState;
import rei.sms.jobs.airtable.Fault;
import rei.sms.jobs.airtable.SchemaCheck;
import rei.sms.jobs.textgrid.ProviderCheck;

/**
 * Whether Airtable, the provider and the models are there and as the engine needs them.
 */
public final class VendorExamination {

	private static final String AIRTABLE = "airtable";

	private static final String PROVIDER = "provider";

	private static final String MODELS = "models";

	private VendorExamination() {
	}

	/** Compares the bases with what the engine writes and reads. */
	public static List<Finding> airtable(SchemaCheck schema) {
		var findings = new ArrayList<Finding>();
		var alike = schema.check()
			.stream()
			.collect(Collectors.groupingBy((fault) -> List.of(fault.what(), fault.fix()), LinkedHashMap::new,
					Collectors.toList()));
		alike.values().forEach((faults) -> findings.add(finding(faults)));
		if (findings.isEmpty()) {
			findings.add(Finding.fine(AIRTABLE, "every table and field is as the engine needs it"));
		}
		return findings;
	}

	/** Faults that are the same but for where they are, in one. */
	private static Finding finding(List<Fault> faults) {
		var what = faults.stream().map(VendorExamination::where).collect(Collectors.joining(", ")) + ": "
				+ faults.getFirst().what();
		var fix = StringUtils.capitalize(faults.getFirst().fix());
		return faults.stream().anyMatch(Fault::breaksRun) ? Finding.broken(AIRTABLE, what, fix)
				: Finding.lacks(AIRTABLE, what, fix);
	}

	private static String where(Fault fault) {
		var table = fault.table().usualName();
		return fault.field().isEmpty() ? table : table + "." + fault.field();
	}

	/**
	 * Whether each base may be called, and whether the plan's calls will do. The engine
	 * does without every base but that of the leads (decision 10).
	 */
	public static List<Finding> calls(List<BaseState> bases, String leads, long allowed) {
		var findings = new ArrayList<Finding>();
		bases
			.forEach((base) -> base.blockedUntil()
				.ifPresent((until) -> findings.add(new Finding(AIRTABLE,
						base.baseId().equals(leads) ? Finding.Verdict.BROKEN : Finding.Verdict.LACKS,
						"base " + base.baseId() + " is not called until " + until + ": " + base.blockedWhy().orElse(""),
						base.blockedWhy().filter("billing"::equals).isPresent()
								? "Wait for the next month or take a larger plan; the backlog is kept"
								: "Give the token this base; it is tried again by itself"))));
		var forecast = bases.stream().mapToLong(BaseState::forecast).sum();
		var what = "%d calls this month, at this pace about %d by its end; the plan allows %d"
			.formatted(bases.stream().mapToLong(BaseState::callsThisMonth).sum(), forecast, allowed);
		findings.add((forecast <= allowed) ? Finding.fine(AIRTABLE, what) : Finding.lacks(AIRTABLE, what,
				"Take a larger plan and set AIRTABLE_MONTHLY_CALLS, or set PUBLIC_URL so that nothing is polled"));
		return findings;
	}

	/** Asks the provider something harmless. */
	public static Finding provider(ProviderCheck provider) {
		return provider.fault()
			.map((fault) -> Finding.broken(PROVIDER, fault,
					"Check TEXTGRID_API_URL, TEXTGRID_ACCOUNT_SID, TEXTGRID_AUTH_TOKEN and TEXTGRID_AUTH_SCHEME"))
			.orElseGet(() -> Finding.fine(PROVIDER, "it knows our account"));
	}

	/** Asks each model something short. */
	public static List<Finding> models(ModelRouter router) {
		var findings = new ArrayList<Finding>();
		router.check()
			.forEach((engine,
					fault) -> findings.add(fault
						.map((what) -> Finding.lacks(MODELS, engine.label() + ": " + what,
								"Check its AI_…_URL, _MODEL and _KEY"))
						.orElseGet(() -> Finding.fine(MODELS, engine.label() + " answers"))));
		if (findings.isEmpty()) {
			findings.add(Finding.lacks(MODELS, "no AI engine is set: replies come from templates alone",
					"Set AI_PHI3_MINI_URL or another engine's address"));
		}
		return findings;
	}

}
