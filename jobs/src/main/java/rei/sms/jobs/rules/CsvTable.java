package rei.sms.jobs.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A table of the rules as it is kept beside them: a first line {@code # version ...},
 * other comments, a header, and rows whose last column may hold commas.
 */
record CsvTable(String version, List<Row> rows) {

	private static final String VERSION = "# version ";

	static CsvTable read(String name) {
		var lines = lines(name);
		if (!lines.getFirst().startsWith(VERSION)) {
			throw new IllegalStateException(name + " names no version");
		}
		var content = lines.stream().filter((line) -> !line.isBlank() && !line.startsWith("#")).toList();
		var columns = List.of(content.getFirst().split(","));
		var rows = new ArrayList<Row>();
		for (var line : content.subList(1, content.size())) {
			rows.add(new Row(columns, cells(line, columns.size())));
		}
		return new CsvTable(lines.getFirst().substring(VERSION.length()).strip(), List.copyOf(rows));
	}

	private static List<String> cells(String line, int columns) {
		var cells = List.of(line.split(",", columns));
		if (cells.size() != columns) {
			throw new IllegalStateException("expected " + columns + " cells: " + line);
		}
		return cells.stream().map(String::strip).toList();
	}

	private static List<String> lines(String name) {
		try (InputStream in = Objects.requireNonNull(CsvTable.class.getResourceAsStream(name), name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** One row, read by column name. */
	record Row(List<String> columns, List<String> cells) {

		String get(String column) {
			var index = this.columns.indexOf(column);
			if (index < 0) {
				throw new IllegalArgumentException("no column " + column);
			}
			return this.cells.get(index);
		}

		/** The words of a cell, none when it is empty. */
		List<String> words(String column) {
			var cell = get(column);
			return cell.isEmpty() ? List.of() : List.of(cell.split(" +"));
		}

	}

}
