package rei.sms.config.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import rei.sms.config.doctor.DatabaseExamination;
import rei.sms.config.doctor.Finding;
import rei.sms.config.doctor.Finding.Verdict;
import rei.sms.config.doctor.SettingsExamination;
import rei.sms.config.doctor.VendorExamination;
import rei.sms.config.settings.DatabaseUrl;
import rei.sms.config.settings.Role;
import rei.sms.config.settings.Settings;
import rei.sms.jobs.ai.ModelRouter;
import rei.sms.jobs.airtable.FieldNames;
import rei.sms.jobs.airtable.AirtableBases;
import rei.sms.jobs.airtable.AirtableProperties;
import rei.sms.jobs.airtable.SchemaCheck;
import rei.sms.jobs.textgrid.ProviderCheck;

/** Looks for faults, and names each with its fix. */
@Command(name = "doctor", mixinStandardHelpOptions = true,
		description = "Check settings, database, Airtable's schema, provider and AI engines; name every fault and its "
				+ "fix. Exit 1 when something would break a run.")
class DoctorCommand implements Callable<Integer> {

	private final Engine engine;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	private Output output = new Output();

	DoctorCommand(Engine engine) {
		this.engine = engine;
	}

	@Override
	public Integer call() {
		var findings = examine();
		boolean broken = findings.stream().anyMatch((finding) -> finding.verdict() == Verdict.BROKEN);
		var terminal = this.engine.terminal(this.output, this.spec);
		if (this.output.isJson()) {
			terminal.line(Json.of(Map.of("ok", !broken, "findings", findings)));
		}
		else {
			findings.forEach((finding) -> terminal.line(line(finding)));
			terminal.line("");
			terminal.line(summary(findings));
		}
		return broken ? ExitCode.SOFTWARE : ExitCode.OK;
	}

	private List<Finding> examine() {
		var settings = this.engine.settings();
		var findings = new ArrayList<>(SettingsExamination.of(settings, FieldNames.overrides()));
		var database = settings.database().map(DatabaseExamination::of);
		database.ifPresent(findings::add);
		boolean malformed = !settings.faults(Role.DOCTOR, FieldNames.overrides()).isEmpty();
		boolean gone = database.filter((finding) -> finding.verdict() == Verdict.BROKEN).isPresent();
		if (malformed || gone || (database.isEmpty() && !settings.isOn("SANDBOX"))) {
			findings.add(new Finding("vendors", Verdict.LACKS, "not looked at yet", "Mend the above first"));
			return findings;
		}
		try (var context = this.engine.start(Role.DOCTOR)) {
			if (database.isEmpty()) {
				standIn(context).map(DatabaseExamination::of).ifPresent(findings::add);
			}
			findings.addAll(vendors(settings, context));
		}
		return findings;
	}

	private static Optional<DatabaseUrl> standIn(ApplicationContext context) {
		return Optional.ofNullable(context.getEnvironment().getProperty("DATABASE_URL")).flatMap(DatabaseUrl::parse);
	}

	private static List<Finding> vendors(Settings settings, ApplicationContext context) {
		var findings = new ArrayList<Finding>();
		if (settings.has("AIRTABLE_API_KEY", "LEADS_CONVOS_BASE")) {
			var bases = context.getBean(AirtableBases.class);
			bases.unblockForbidden();
			findings.addAll(VendorExamination.airtable(context.getBean(SchemaCheck.class)));
			var airtable = context.getBean(AirtableProperties.class);
			findings
				.addAll(VendorExamination.calls(bases.states(), airtable.leadsConvosBase(), airtable.monthlyCalls()));
		}
		if (settings.has("TEXTGRID_ACCOUNT_SID", "TEXTGRID_AUTH_TOKEN")) {
			findings.add(VendorExamination.provider(context.getBean(ProviderCheck.class)));
		}
		findings.addAll(VendorExamination.models(context.getBean(ModelRouter.class)));
		return findings;
	}

	private static String summary(List<Finding> findings) {
		return Stream.of(Verdict.values()).map((verdict) -> count(findings, verdict) + switch (verdict) {
			case FINE -> " ok";
			case LACKS -> " to know of";
			case BROKEN -> " broken";
		}).collect(Collectors.joining(", ", "@|bold ", ".|@"));
	}

	private static long count(List<Finding> findings, Verdict verdict) {
		return findings.stream().filter((finding) -> finding.verdict() == verdict).count();
	}

	private static String line(Finding finding) {
		var mark = switch (finding.verdict()) {
			case FINE -> "@|green ok    |@";
			case LACKS -> "@|yellow lacks |@";
			case BROKEN -> "@|red BROKEN|@";
		};
		return "%s  %-8s  %s%s".formatted(mark, finding.area(), finding.what(),
				finding.fix().isEmpty() ? "" : "\n                    -> " + finding.fix());
	}

}
