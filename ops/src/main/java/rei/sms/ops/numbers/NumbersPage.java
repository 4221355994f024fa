package rei.sms.ops.numbers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import rei.sms.db.kpi.Activity;
import rei.sms.db.kpi.Activity.NumberDay;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.number.SendingNumber;
import rei.sms.db.number.SendingNumbers;
import rei.sms.db.operations.Pause;
import rei.sms.db.operations.Pauses;
import rei.sms.ops.access.OpsProperties;
import rei.sms.ops.numbers.NumberView.Day;
import rei.sms.ops.pages.NotThere;
import rei.sms.ops.pages.Page;
import rei.sms.ops.pages.Said;
import rei.sms.ops.today.Tally;

/** Today against the limit, two weeks' health, and the pause of each number. */
@Page
class NumbersPage {

	private static final String HERE = "/ops/numbers";

	private static final int DAYS = 14;

	private final SendingNumbers numbers;

	private final Activity activity;

	private final Tally tally;

	private final Pauses pauses;

	private final OpsProperties ops;

	private final Clock clock;

	NumbersPage(SendingNumbers numbers, Activity activity, Tally tally, Pauses pauses, OpsProperties ops, Clock clock) {
		this.numbers = numbers;
		this.activity = activity;
		this.tally = tally;
		this.pauses = pauses;
		this.ops = ops;
		this.clock = clock;
	}

	@GetMapping(HERE)
	String list(Model model) {
		model.addAttribute("counted", this.tally.isUpToDate());
		var today = LocalDate.ofInstant(this.clock.instant(), this.ops.zone());
		var days = days(today);
		var paused = paused();
		model.addAttribute("numbers",
				this.numbers.all().stream().map((number) -> view(number, today, days, paused)).toList());
		return "ops/numbers";
	}

	@PostMapping(HERE + "/{digits:\\d+}/pause")
	String pause(@PathVariable String digits) {
		this.pauses.pause(Pause.Scope.NUMBER, number(digits), "paused on the ops pages", this.clock.instant());
		return Said.NUMBER_PAUSED.on(HERE);
	}

	@PostMapping(HERE + "/{digits:\\d+}/resume")
	String resume(@PathVariable String digits) {
		return (this.pauses.resume(Pause.Scope.NUMBER, number(digits)) ? Said.NUMBER_RESUMED : Said.GONE).on(HERE);
	}

	private static String number(String digits) {
		return PhoneNumber.tryParse("+" + digits).orElseThrow(NotThere::new).e164();
	}

	private Map<String, Map<LocalDate, Day>> days(LocalDate today) {
		return this.activity.byNumber(today.minusDays(DAYS - 1), today, this.ops.zone())
			.stream()
			.collect(Collectors.groupingBy(NumberDay::ourNumber, Collectors.toMap(NumberDay::day,
					(day) -> new Day(day.sent(), day.delivered(), day.failed(), day.replies(), day.optOuts()))));
	}

	/** Why each paused number is. */
	private Map<String, String> paused() {
		return this.pauses.all()
			.stream()
			.filter((pause) -> pause.scope() == Pause.Scope.NUMBER)
			.collect(Collectors.toMap(Pause::value, (pause) -> Objects.requireNonNullElse(pause.reason(), "paused")));
	}

	private NumberView view(SendingNumber number, LocalDate today, Map<String, Map<LocalDate, Day>> days,
			Map<String, String> paused) {
		var phone = number.phone().e164();
		var limit = number.dailyLimit();
		return new NumberView(phone, number.market(), number.active(), number.sentOn(today),
				(limit != null) ? limit : this.ops.dailyLimit(), paused.get(phone),
				lastDays(days.getOrDefault(phone, Map.of()), today));
	}

	private static List<Day> lastDays(Map<LocalDate, Day> days, LocalDate today) {
		return IntStream.range(0, DAYS)
			.mapToObj((day) -> days.getOrDefault(today.minusDays(DAYS - 1L - day), new Day(0, 0, 0, 0, 0)))
			.toList();
	}

}
