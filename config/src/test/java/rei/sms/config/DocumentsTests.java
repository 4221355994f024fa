package rei.sms.config;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

import rei.sms.config.roles.CommandLineInterface;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documents tell people to type is there to be typed. */
class DocumentsTests {

	/** Answered by Spring Boot, not by a controller of ours. */
	private static final Set<String> BOOT = Set.of("GET /metrics");

	private static final Set<String> OTHERS = Set.of("pg_dump", "pg_restore", "alias", "export");

	@ParameterizedTest
	@MethodSource("rei.sms.config.Documents#commands")
	void commandIsThere(String command) throws IOException {
		var engine = Documents.engine(command);
		var call = Documents.call(command);
		if (engine.isPresent()) {
			assertThat(CommandLineInterface.misunderstood(engine.get())).isEmpty();
		}
		else if (call.isPresent()) {
			assertThat(routes()).as(command).anyMatch((route) -> answers(route, call.get()));
		}
		else if (command.startsWith("./mvnw ")) {
			assertThat(Path.of("../mvnw")).isExecutable();
		}
		else {
			var program = command.split(" ", 2)[0];
			assertThat(OTHERS.contains(program) || Files.isExecutable(Path.of("..").resolve(program))).as(command)
				.isTrue();
		}
	}

	@Test
	void everyFileThatADocumentLeadsToIsThere() throws IOException {
		for (var document : Documents.all()) {
			var links = Pattern.compile("\\]\\(([^)#:]+)[^)]*\\)").matcher(Files.readString(document));
			links.results()
				.map((link) -> document.resolveSibling(link.group(1)))
				.forEach((file) -> assertThat(file).as(document.toString()).exists());
		}
	}

	@Test
	void everyScriptOfTheDeploymentIsWritten() throws IOException {
		var documents = Files.readString(Path.of("../README.md")) + Files.readString(Path.of("../docs/runbook.md"))
				+ Files.readString(Path.of("../Dockerfile.sms"));
		var image = Files.readString(Path.of("../deploy/image"));
		for (var step : List.of("unpack", "runtime", "train")) {
			assertThat(image).contains("\"$here/" + step + "\"");
			assertThat(documents).contains("deploy/" + step);
		}
	}

	private static boolean answers(String route, Documents.Call call) {
		var parts = route.split(" ", 2);
		return parts[0].equals(call.method())
				&& new PathPatternParser().parse(parts[1]).matches(PathContainer.parsePath(call.path()));
	}

	private static Stream<String> routes() throws IOException {
		var controllers = new PathMatchingResourcePatternResolver()
			.getResources("classpath*:rei/sms/**/*Controller.class");
		var reader = new SimpleMetadataReaderFactory();
		var types = new ArrayList<Class<?>>();
		for (var controller : controllers) {
			types.add(ClassUtils
				.resolveClassName(reader.getMetadataReader(controller).getClassMetadata().getClassName(), null));
		}
		return Stream.concat(BOOT.stream(),
				types.stream()
					.flatMap((type) -> Arrays.stream(type.getDeclaredMethods()))
					.flatMap(DocumentsTests::routes));
	}

	private static Stream<String> routes(Method method) {
		var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
		if (mapping == null) {
			return Stream.empty();
		}
		var methods = (mapping.method().length > 0) ? List.of(mapping.method()) : List.of(RequestMethod.values());
		return Arrays.stream(mapping.path()).flatMap((path) -> methods.stream().map((each) -> each + " " + path));
	}

}
