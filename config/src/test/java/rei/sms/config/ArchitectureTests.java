package rei.sms.config;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.jspecify.annotations.NullMarked;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.stereotype.Repository;

import rei.sms.jobs.textgrid.TextGridClient;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The borders that the compiler does not guard. */
@AnalyzeClasses(packages = "rei.sms",
		importOptions = { ImportOption.DoNotIncludeTests.class, ArchitectureTests.DoNotIncludeTestJar.class })
class ArchitectureTests {

	/** What several jobs share; every other package below {@code jobs} is one job's. */
	private static final Set<String> SHARED = Set.of("rules", "http", "airtable", "textgrid", "ai", "launch");

	private static final Set<Class<?>> TIMES = Set.of(Instant.class, LocalDate.class, LocalDateTime.class,
			ZonedDateTime.class, OffsetDateTime.class);

	@ArchTest
	static final ArchRule dbKnowsNobody = noClasses().that()
		.resideInAPackage("rei.sms.db..")
		.should()
		.dependOnClassesThat(oursOutside("rei.sms.db.."));

	@ArchTest
	static final ArchRule webhooksKnowOnlyTheDatabase = noClasses().that()
		.resideInAPackage("rei.sms.webhooks..")
		.should()
		.dependOnClassesThat(oursOutside("rei.sms.db..", "rei.sms.webhooks.."));

	@ArchTest
	static final ArchRule jobsKnowOnlyTheDatabase = noClasses().that()
		.resideInAPackage("rei.sms.jobs..")
		.should()
		.dependOnClassesThat(oursOutside("rei.sms.db..", "rei.sms.jobs.."));

	@ArchTest
	static final ArchRule opsReachJobsOnlyThroughTablesAndSpringBatch = noClasses().that()
		.resideInAPackage("rei.sms.ops..")
		.should()
		.dependOnClassesThat(oursOutside("rei.sms.db..", "rei.sms.ops.."));

	@ArchTest
	static final ArchRule sandboxKnowsNothingOfOurs = noClasses().that()
		.resideInAPackage("rei.sms.sandbox..")
		.should()
		.dependOnClassesThat(oursOutside("rei.sms.sandbox.."));

	@ArchTest
	static final ArchRule onlyTrialsKnowTheSandbox = noClasses().that()
		.resideOutsideOfPackages("rei.sms.sandbox..", "rei.sms.config.sandbox")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("rei.sms.sandbox..");

	@ArchTest
	static final ArchRule jobPackagesMeetInTables = slices().assignedFrom(new JobPackages())
		.should()
		.notDependOnEachOther();

	@ArchTest
	static final ArchRule whatJobsShareKnowsNoJob = noClasses().that(areShared())
		.should()
		.dependOnClassesThat(areJobs());

	@ArchTest
	static final ArchRule jobsDoNotLaunchThemselves = noClasses().that(areJobs())
		.should()
		.dependOnClassesThat()
		.resideInAPackage("rei.sms.jobs.launch..");

	@ArchTest
	static final ArchRule rulesArePureJava = classes().that()
		.resideInAPackage("rei.sms.jobs.rules..")
		.should()
		.onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "rei.sms.jobs.rules..", "rei.sms.db..")
			.and(not(annotatedWith(Repository.class))));

	@ArchTest
	static final ArchRule rulesReadNoFilesAndNoNetwork = noClasses().that()
		.resideInAPackage("rei.sms.jobs.rules..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("java.sql..", "java.net..", "java.net.http..", "javax..");

	/** One gate: whoever could reach the provider could send around it. */
	@ArchTest
	static final ArchRule onlyDispatchReachesTheProvider = noClasses().that()
		.resideOutsideOfPackages("rei.sms.jobs.dispatch..", "rei.sms.jobs.textgrid..")
		.should()
		.dependOnClassesThat()
		.areAssignableTo(TextGridClient.class);

	@ArchTest
	static final ArchRule onlyStepsBuildsSteps = noClasses().that()
		.doNotHaveFullyQualifiedName("rei.sms.jobs.Steps")
		.should()
		.dependOnClassesThat()
		.areAssignableTo(StepBuilder.class);

	/** How long a process warms up is the machine's time. */
	@ArchTest
	static final ArchRule timeEntersThroughTheClock = noClasses().that()
		.resideOutsideOfPackages("rei.sms.config..", "rei.sms.sandbox..")
		.and()
		.doNotHaveFullyQualifiedName("rei.sms.webhooks.WarmUp")
		.and()
		.doNotHaveFullyQualifiedName("rei.sms.webhooks.SelfCalls")
		.should()
		.callMethodWhere(looksAtTheMachinesClock());

	@ArchTest
	static final ArchRule nothingIsInjectedIntoFields = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

	@ArchTest
	static final ArchRule nothingIsPrinted = noClasses().that()
		.resideOutsideOfPackages("rei.sms.config..", "rei.sms.sandbox..")
		.and(areNoPrograms())
		.should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

	@ArchTest
	static void everyPackageIsNullMarked(JavaClasses classes) {
		var packages = classes.stream().map(JavaClass::getPackage).distinct().toList();
		assertThat(packages).hasSizeGreaterThan(30)
			.allSatisfy((each) -> assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue());
	}

	private static DescribedPredicate<JavaClass> oursOutside(String... packages) {
		return resideInAPackage("rei.sms..").and(not(resideInAnyPackage(packages)));
	}

	private static DescribedPredicate<JavaClass> areJobs() {
		return DescribedPredicate.describe("belong to one job", (type) -> !job(type).isEmpty());
	}

	private static DescribedPredicate<JavaClass> areShared() {
		return DescribedPredicate.describe("are shared by jobs",
				(type) -> type.getPackageName().startsWith("rei.sms.jobs") && job(type).isEmpty());
	}

	private static DescribedPredicate<JavaCall<?>> looksAtTheMachinesClock() {
		return DescribedPredicate.describe("look at the machine's clock", (call) -> {
			var owner = call.getTargetOwner();
			var parameters = call.getTarget().getRawParameterTypes();
			return switch (call.getName()) {
				case "now" -> TIMES.stream().anyMatch(owner::isEquivalentTo)
						&& parameters.stream().noneMatch((type) -> type.isEquivalentTo(Clock.class));
				case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
				case "systemUTC", "systemDefaultZone", "system" -> owner.isEquivalentTo(Clock.class);
				default -> false;
			};
		});
	}

	/** What developers run by hand may print. */
	private static DescribedPredicate<JavaClass> areNoPrograms() {
		return DescribedPredicate.describe("are no programs",
				(type) -> type.tryGetMethod("main", String[].class).isEmpty());
	}

	/** The job to whose package a class belongs; empty when it is shared. */
	private static String job(JavaClass type) {
		var parts = type.getPackageName().split("\\.");
		boolean below = parts.length > 3 && type.getPackageName().startsWith("rei.sms.jobs.");
		return (below && !SHARED.contains(parts[3])) ? parts[3] : "";
	}

	static final class JobPackages implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass type) {
			return job(type).isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(job(type));
		}

		@Override
		public String getDescription() {
			return "the packages of single jobs";
		}

	}

	static final class DoNotIncludeTestJar implements ImportOption {

		@Override
		public boolean includes(Location location) {
			return !location.contains("-tests.jar");
		}

	}

}
