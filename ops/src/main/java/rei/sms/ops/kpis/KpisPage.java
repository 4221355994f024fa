package rei.sms.ops.kpis;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import rei.sms.db.kpi.Window;
import rei.sms.ops.access.OpsProperties;
import rei.sms.ops.pages.Page;

/** Key figures, to look at and to take along. */
@Page
class KpisPage {

	private final KpiTable kpis;

	private final OpsProperties ops;

	private final Clock clock;

	KpisPage(KpiTable kpis, OpsProperties ops, Clock clock) {
		this.kpis = kpis;
		this.ops = ops;
		this.clock = clock;
	}

	@GetMapping("/ops/kpis")
	String show(@RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "") String by,
			@RequestParam(defaultValue = "") String value, Model model) {
		var query = KpiQuery.of(period, by, value);
		var rows = rows(query);
		model.addAttribute("query", query)
			.addAttribute("rows", rows)
			.addAttribute("periods", Window.Period.values())
			.addAttribute("bys", KpiQuery.By.values())
			.addAttribute("charts",
					Stream.of("TOTAL_SENT", "RESPONSES", "DELIVERY_RATE", "OPTOUT_RATE")
						.map((metric) -> new LineChart(rows, metric))
						.filter((chart) -> !chart.points().isEmpty())
						.toList());
		if (!rows.isEmpty()) {
			model.addAttribute("ranking", this.kpis.ranking(query, rows.getFirst().start()));
		}
		return "ops/kpis";
	}

	@GetMapping("/ops/kpis.csv")
	ResponseEntity<byte[]> csv(@RequestParam(defaultValue = "") String period,
			@RequestParam(defaultValue = "") String by, @RequestParam(defaultValue = "") String value) {
		var query = KpiQuery.of(period, by, value);
		var csv = new StringBuilder(
				Csv.row(Stream.concat(Stream.of("START", "END", query.by().name()), KpiRow.METRICS.stream()).toList()));
		rows(query).forEach((row) -> csv.append(Csv.row(cells(row, query))));
		var name = "kpis-" + query.period().name().toLowerCase(Locale.ROOT) + ".csv";
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(csv.toString().getBytes(StandardCharsets.UTF_8));
	}

	private List<KpiRow> rows(KpiQuery query) {
		var today = LocalDate.ofInstant(this.clock.instant(), this.ops.zone());
		return this.kpis.rows(query, switch (query.period()) {
			case DAILY -> today.minusDays(60);
			case WEEKLY -> today.minusWeeks(52);
			case MONTHLY -> today.minusMonths(24);
		});
	}

	private static List<String> cells(KpiRow row, KpiQuery query) {
		var cells = new ArrayList<>(Arrays.asList(row.start().toString(), row.end().toString(), query.value()));
		KpiRow.METRICS.forEach((metric) -> cells.add(plain(row, metric)));
		return cells;
	}

	private static String plain(KpiRow row, String metric) {
		var value = row.value(metric);
		return (value != null) ? value.stripTrailingZeros().toPlainString() : "";
	}

}
