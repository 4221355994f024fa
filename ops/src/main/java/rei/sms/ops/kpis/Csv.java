package rei.sms.ops.kpis;

import java.util.Collection;
import java.util.stream.Collectors;

/** Writes rows for spreadsheets; no cell becomes a formula there. */
final class Csv {

	private static final String FORMULA = "=+-@\t\r";

	private Csv() {
	}

	static String row(Collection<String> cells) {
		return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
	}

	private static String cell(String text) {
		var plain = (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && !text.matches("-?\\d+(\\.\\d+)?"))
				? "'" + text : text;
		return plain.matches("[^\",\r\n]*") ? plain : '"' + plain.replace("\"", "\"\"") + '"';
	}

}
