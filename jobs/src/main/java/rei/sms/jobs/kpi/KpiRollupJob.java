package rei.sms.jobs.kpi;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import rei.sms.db.kpi.Kpis;
import rei.sms.db.kpi.Window;
import rei.sms.db.kpi.Window.Period;
import rei.sms.jobs.Steps;
import rei.sms.jobs.Tail;

/**
 * Counts today and yesterday, and the weeks and months they lie in (decision 41):
 * yesterday again, since receipts come late. A window counted twice leaves the same rows.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KpiProperties.class)
class KpiRollupJob {

	static final String NAME = "kpi-rollup";

	@Bean
	Job kpiRollup(JobRepository jobs, Step rollUp, Tail tail) {
		return tail.mirrored(new JobBuilder(NAME, jobs).start(rollUp));
	}

	@Bean
	Step rollUp(Steps steps, ItemReader<DueWindow> dueWindows, Kpis kpis, Alerts alerts, KpiProperties properties,
			Clock clock) {
		return steps.<DueWindow, DueWindow>chunked(NAME, "roll-up", 1).reader(dueWindows).writer((chunk) -> {
			for (var due : chunk) {
				kpis.rollUp(due.window(), properties.zone(), properties.segmentPrice(), clock.instant());
				alerts.look(due.window());
			}
		}).build();
	}

	@Bean
	@StepScope
	ListItemReader<DueWindow> dueWindows(KpiProperties properties, Clock clock) {
		return new ListItemReader<>(around(LocalDate.ofInstant(clock.instant(), properties.zone())));
	}

	static List<DueWindow> around(LocalDate today) {
		return Arrays.stream(Period.values())
			.flatMap((period) -> Stream.of(today.minusDays(1), today).map(period::around))
			.distinct()
			.map(DueWindow::new)
			.toList();
	}

	/** The window that alerts look at. */
	static boolean isDay(Window window) {
		return window.period() == Period.DAILY;
	}

}
