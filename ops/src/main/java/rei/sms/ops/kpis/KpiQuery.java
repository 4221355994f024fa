package rei.sms.ops.kpis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import rei.sms.db.kpi.Window;

/**
 * What somebody wants to see.
 *
 * @param by what the figures are told apart by
 * @param value of which campaign, market, number or template; ALL for all together
 */
public record KpiQuery(Window.Period period, By by, String value) {

	/** What figures are told apart by. */
	public enum By {

		CAMPAIGN, MARKET, NUMBER, TEMPLATE;

		/** The table's column. */
		String column() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	static KpiQuery of(String period, String by, String value) {
		return new KpiQuery(among(Window.Period.values(), period), among(By.values(), by),
				value.isBlank() ? "ALL" : value);
	}

	/** Whatever the address says, it is one of ours: the first, if it is none. */
	private static <E extends Enum<E>> E among(E[] all, String word) {
		return Arrays.stream(all).filter((each) -> each.name().equalsIgnoreCase(word)).findFirst().orElse(all[0]);
	}

	/** The other columns, in which all are meant. */
	List<String> others() {
		return Arrays.stream(By.values()).filter((each) -> each != this.by).map(By::column).toList();
	}

	/** The same in an address. */
	public String period(Window.Period period) {
		return period.name().toLowerCase(Locale.ROOT);
	}

}
