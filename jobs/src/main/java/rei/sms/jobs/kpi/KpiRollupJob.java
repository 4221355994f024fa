package rei.sms.jobs.kpi;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import rei.sms.db.kpi.Kpis;
import rei.sms.db.kpi.Window;
import rei.sms.db.kpi.Window.Period;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.Steps;
import rei.sms.jobs.Tail;

/**
 * Counts the days whose count is not final and the weeks and months they lie in (decision
 * 41). A day is final once the day after is over, since receipts come late. A window
 * counted twice leaves the same rows.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KpiProperties.class)
class KpiRollupJob {

	static final String NAME = "kpi-rollup";

	/** How far back a day is caught up with that no run counted. */
	private static final int DAYS_BACK = 40;

	@Bean
	Job kpiRollup(JobRepository jobs, Step rollUp, Step raiseAlerts, Tail tail) {
		return tail.mirrored(new JobBuilder(NAME, jobs).start(rollUp).next(raiseAlerts));
	}

	@Bean
	Step rollUp(Steps steps, ItemReader<DueWindow> dueWindows, ItemWriter<DueWindow> countWindows) {
		return steps.<DueWindow, DueWindow>chunked(NAME, "roll-up", 1).reader(dueWindows).writer(countWindows).build();
	}

	@Bean
	@StepScope
	ListItemReader<DueWindow> dueWindows(Kpis kpis, KpiProperties properties, Clock clock) {
		var today = LocalDate.ofInstant(clock.instant(), properties.zone());
		return new ListItemReader<>(around(today, kpis.open(today.minusDays(DAYS_BACK), today, properties.zone())));
	}

	@Bean
	ItemWriter<DueWindow> countWindows(Kpis kpis, PerformanceTable shown, KpiProperties properties,
			SendingProperties sending, Clock clock) {
		return (chunk) -> chunk.forEach((due) -> {
			var now = clock.instant();
			kpis.rollUp(due.window(), properties.zone(), sending.segmentCost(), shown.tellsAllApart(), now);
			if (due.isFinal(LocalDate.ofInstant(now, properties.zone()))) {
				kpis.close(due.window().start(), now);
			}
		});
	}

	@Bean
	Step raiseAlerts(Steps steps, Alerts alerts) {
		return steps.single("raise-alerts", (contribution, context) -> {
			alerts.look();
			return RepeatStatus.FINISHED;
		}).build();
	}

	/** The days first: weeks and months are summed up from them. */
	static List<DueWindow> around(LocalDate today, Collection<LocalDate> open) {
		var days = new TreeSet<>(open);
		days.addAll(List.of(today.minusDays(1), today));
		return Arrays.stream(Period.values())
			.flatMap((period) -> days.stream().map(period::around).distinct())
			.map(DueWindow::new)
			.toList();
	}

}
