package rei.sms.config.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page that names for each clause of the contract the tests that show it. */
class ContractPageTests {

	private static final Pattern NAMED = Pattern.compile("`(\\w+Tests)#(\\w+)`");

	private static final List<String> MODULES = List.of("db", "webhooks", "jobs", "ops", "config", "sandbox");

	@Test
	void everyClauseNamesATest() throws IOException {
		assertThat(clauses()).hasSizeGreaterThan(90)
			.allSatisfy((clause) -> assertThat(NAMED.matcher(clause).find()).as(clause).isTrue());
	}

	@Test
	void everyTestThatIsNamedIsThere() throws IOException {
		var sources = sources();
		assertThat(clauses().stream()
			.flatMap((clause) -> NAMED.matcher(clause).results())
			.filter((named) -> !isThere(sources.getOrDefault(named.group(1), ""), named.group(2)))
			.map(MatchResult::group)).isEmpty();
	}

	private static boolean isThere(String source, String test) {
		return Pattern.compile("(void " + test + "\\(|ArchRule " + test + " =)").matcher(source).find();
	}

	private static List<String> clauses() throws IOException {
		return Files.readAllLines(Path.of("../docs/contract.md"))
			.stream()
			.filter((line) -> line.startsWith("| ") && !line.startsWith("| clause"))
			.toList();
	}

	/** The sources of all tests by their class; two modules may have one of that name. */
	private static Map<String, String> sources() throws IOException {
		try (Stream<Path> files = MODULES.stream().flatMap(ContractPageTests::tests)) {
			return files.collect(Collectors.toMap((file) -> file.getFileName().toString().replace(".java", ""),
					ContractPageTests::read, String::concat));
		}
	}

	private static Stream<Path> tests(String module) {
		var folder = Path.of("..", module, "src", "test", "java");
		try {
			return Files.isDirectory(folder)
					? Files.walk(folder).filter((file) -> file.toString().endsWith("Tests.java")) : Stream.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
