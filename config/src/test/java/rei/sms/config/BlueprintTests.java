package rei.sms.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.support.CronExpression;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What Render is told fits what the engine has. */
class BlueprintTests {

	private static Map<String, Object> blueprint = Map.of();

	@BeforeAll
	static void read() throws IOException {
		blueprint = new Yaml().load(Files.readString(Path.of("../render.yaml")));
	}

	@Test
	void hasTheWebServiceItsWorkersAndCrons() {
		assertThat(services("web")).extracting("name", "healthCheckPath", "dockerfilePath")
			.containsExactly(tuple("rei-sms-engine", "/health", "./Dockerfile.sms"));
		assertThat(services("worker")).extracting("name").containsExactly("rei-sms-worker", "rei-autolinker");
		assertThat(services("cron")).hasSize(6);
		assertThat(blueprint).containsOnlyKeys("databases", "envVarGroups", "services");
	}

	@Test
	void onlyTheServicesReachTheDatabase() {
		assertThat(list("databases")).isNotEmpty()
			.allSatisfy((database) -> assertThat(database).containsEntry("ipAllowList", List.of()));
	}

	@Test
	void workersStartWithTheImagesOwnCommand() throws IOException {
		assertThat(services("worker")).extracting("dockerCommand").containsOnly("sms-engine worker");
		assertThat(Files.readString(Path.of("../Dockerfile.sms"))).contains(
				"COPY --chmod=755 deploy/sms-engine /usr/local/bin/sms-engine", "CMD [\"sms-engine\", \"serve\"]");
		assertThat(Path.of("../deploy/sms-engine")).isExecutable();
	}

	@Test
	void everyCronKnocksAtARouteOnASchedule() {
		var routes = List.of("run-campaigns", "autoresponder/autoresponder", "retry", "reset-quotas", "aggregate-kpis",
				"cron/all");
		assertThat(services("cron")).allSatisfy((cron) -> {
			assertThat(CronExpression.isValidExpression("0 " + cron.get("schedule"))).isTrue();
			assertThat(routes).anyMatch((route) -> String.valueOf(cron.get("dockerCommand"))
				.contains("\"http://$ENGINE/" + route + "?async=true\""));
		});
	}

	@Test
	void everyVariableIsASettingOfTheEngine() throws IOException {
		var settings = Files.readString(Path.of("../docs/settings.md"));
		assertThat(variables()).isNotEmpty().allSatisfy((name) -> assertThat(settings).contains("`" + name + "`"));
	}

	@Test
	void secretsAreAskedForOrMadeAndNeverWrittenDown() {
		var written = entries(groups("rei-sms-secrets")).filter((entry) -> entry.containsKey("value"));
		assertThat(written).isEmpty();
		assertThat(entries(services("web").toList())
			.filter((entry) -> String.valueOf(entry.get("key")).matches(".*(KEY|TOKEN|SID|PASSWORD)"))).isNotEmpty()
			.allSatisfy((entry) -> assertThat(entry).containsEntry("sync", false));
	}

	private static Stream<String> variables() {
		var engine = Stream.concat(services("web"), services("worker")).toList();
		return Stream.concat(entries(engine), entries(groups("rei-sms-secrets", "rei-sms-settings")))
			.filter((entry) -> entry.containsKey("key"))
			.map((entry) -> String.valueOf(entry.get("key")));
	}

	private static Stream<Map<String, Object>> services(String type) {
		return list("services").stream().filter((service) -> type.equals(service.get("type")));
	}

	private static List<Map<String, Object>> groups(String... names) {
		return list("envVarGroups").stream().filter((group) -> List.of(names).contains(group.get("name"))).toList();
	}

	@SuppressWarnings("unchecked")
	private static Stream<Map<String, Object>> entries(List<Map<String, Object>> holders) {
		return holders.stream().flatMap((holder) -> ((List<Map<String, Object>>) holder.get("envVars")).stream());
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> list(String key) {
		return (List<Map<String, Object>>) blueprint.get(key);
	}

}
