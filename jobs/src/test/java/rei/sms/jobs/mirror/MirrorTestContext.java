package rei.sms.jobs.mirror;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.jobs.MutableClock;
import rei.sms.jobs.TestRows;
import rei.sms.sandbox.airtable.AirtableOptions;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.airtable.BaseSpec;
import rei.sms.sandbox.airtable.Limits;
import rei.sms.sandbox.trial.SeedSchema;

/** The gateway and the mirror, and three empty bases to write to. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackages = { "rei.sms.jobs.airtable", "rei.sms.jobs.mirror" },
		excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
class MirrorTestContext {

	static final String LEADS = "appLeads";

	static final String CONTROL = "appControl";

	static final String KEY_FIGURES = "appKpis";

	@Bean
	MirrorWorld mirrorWorld(AirtableStandIn airtable, StandInClock standInClock, TestRows rows, JdbcClient jdbc,
			MutableClock clock) {
		standInClock.follow(clock);
		return new MirrorWorld(airtable, rows, jdbc, clock);
	}

	@Bean
	IdleTime idleTime(Job airtablePull, JobOperator operator, JdbcClient jdbc, MutableClock clock) {
		return new IdleTime(airtablePull, operator, jdbc, clock);
	}

	/** Starts the stand-in before the settings that name it are read. */
	static final class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			var clock = new StandInClock();
			var airtable = AirtableStandIn
				.start(AirtableOptions.of(SeedSchema.bases(LEADS, KEY_FIGURES, CONTROL).toArray(BaseSpec[]::new))
					.limits(Limits.NONE)
					.clock(clock));
			context.getBeanFactory().registerSingleton("standInClock", clock);
			context.getBeanFactory().registerSingleton("airtableStandIn", airtable);
			context.addApplicationListener((event) -> {
				if (event instanceof ContextClosedEvent) {
					airtable.close();
				}
			});
			TestPropertyValues
				.of("airtable.api-url=" + airtable.url(), "airtable.api-key=" + airtable.token(),
						"airtable.leads-convos-base=" + LEADS, "airtable.performance-base=" + KEY_FIGURES,
						"airtable.campaign-control-base=" + CONTROL)
				.applyTo(context);
			if (!context.getEnvironment().containsProperty("airtable.requests-per-second")) {
				TestPropertyValues
					.of("airtable.requests-per-second=50", "airtable.read-timeout=1s", "airtable.longest-wait=2s")
					.applyTo(context);
			}
		}

	}

}
