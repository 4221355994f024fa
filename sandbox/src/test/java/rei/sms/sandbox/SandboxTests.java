package rei.sms.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rei.sms.sandbox.http.Answer;
import rei.sms.sandbox.http.Caller;
import rei.sms.sandbox.http.Request;
import rei.sms.sandbox.http.ServerOptions;
import rei.sms.sandbox.http.StandInServer;
import rei.sms.sandbox.sellers.SellerOptions;
import rei.sms.sandbox.textgrid.Carrier;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T18:00:00Z"), ZoneOffset.UTC);

	private final BlockingQueue<Request> inbound = new LinkedBlockingQueue<>();

	private final StandInServer engine = StandInServer.start(ServerOptions.DEFAULT, CLOCK, (request) -> {
		this.inbound.add(request);
		return new Answer(200, "text/plain", Map.of(), "ok", 0);
	});

	@TempDir
	private Path directory;

	@TempDir
	private Path elsewhere;

	@AfterEach
	void close() {
		this.engine.close();
	}

	@Test
	void figuresAndPageShowTablesAndPhones() throws InterruptedException {
		try (var sandbox = Sandbox.start(options().inboundUrl(this.engine.url() + "/inbound?token=t"))) {
			send(sandbox, "+17132345678", "Do you still own <b>1 Elm</b>?");
			assertThat(this.inbound.poll(10, TimeUnit.SECONDS)).isNotNull();
			Map<?, ?> figures = sandbox.figures();
			assertThat(figures.get("airtable_url")).isEqualTo(sandbox.airtable().orElseThrow().url());
			assertThat((Map<?, ?>) figures.get("records")).extracting("Prospects", "Campaigns", "Conversations")
				.containsExactly(400, 2, 0);
			assertThat((Map<?, ?>) figures.get("texts")).extracting("sent", "delivered", "replies")
				.containsExactly(1, 1, 1);
			assertThat(sandbox.page()).contains("&lt;b&gt;1 Elm&lt;/b&gt;", "+17132345678", "Prospects")
				.doesNotContain("<b>1 Elm");
		}
	}

	@Test
	void everythingOutlivesARestart() {
		try (var sandbox = Sandbox.start(options())) {
			var airtable = sandbox.airtable().orElseThrow();
			new Caller(airtable.url(), "Bearer sandbox").call("POST", "/v0/" + airtable.bases().leads() + "/Leads",
					"{\"fields\":{\"Phone\":\"+17132345678\"}}");
			send(sandbox, "+17132345678", "Hi");
		}
		try (var sandbox = Sandbox.start(options())) {
			assertThat((Map<?, ?>) sandbox.figures().get("records")).extracting("Leads", "Prospects")
				.containsExactly(1, 400);
			assertThat((Map<?, ?>) sandbox.figures().get("texts")).extracting("sent").isEqualTo(1);
		}
	}

	@Test
	void killedProcessForgetsNothing() throws IOException {
		try (var sandbox = Sandbox.start(options())) {
			var airtable = sandbox.airtable().orElseThrow();
			new Caller(airtable.url(), "Bearer sandbox").call("POST", "/v0/" + airtable.bases().leads() + "/Leads",
					"{\"fields\":{\"Phone\":\"+17132345678\"}}");
			send(sandbox, "+17132345678", "Hi");
			for (String file : List.of("airtable-state.json", "airtable-journal.jsonl", "textgrid-state.json",
					"textgrid-journal.jsonl")) {
				Files.copy(this.directory.resolve(file), this.elsewhere.resolve(file));
			}
		}
		try (var sandbox = Sandbox.start(options(this.elsewhere))) {
			assertThat((Map<?, ?>) sandbox.figures().get("records")).extracting("Leads", "Prospects")
				.containsExactly(1, 400);
			assertThat((Map<?, ?>) sandbox.figures().get("texts")).extracting("sent").isEqualTo(1);
		}
	}

	@Test
	void secondJoinsTheFirst() throws InterruptedException {
		try (var first = Sandbox.start(options());
				var second = Sandbox.start(options().inboundUrl(this.engine.url() + "/inbound"))) {
			assertThat(second.textgrid()).isEqualTo(first.textgrid());
			assertThat(second.airtable()).isEqualTo(first.airtable());
			send(second, "+17132345678", "Do you still own 1 Elm?");
			assertThat(this.inbound.poll(10, TimeUnit.SECONDS)).isNotNull();
			assertThat(second.figures()).isEqualTo(first.figures());
			assertThat(second.page()).contains("1 Elm");
		}
	}

	@Test
	void leavesOutWhatIsReal() {
		try (var sandbox = Sandbox.start(options().parts(new SandboxOptions.Parts(false, false, true, false)))) {
			assertThat(sandbox.airtable()).isEmpty();
			assertThat(sandbox.database()).isEmpty();
			assertThat(sandbox.model()).isEmpty();
			assertThat(send(sandbox, "+17132345678", "Hi")).isEqualTo(201);
			assertThat(sandbox.figures()).containsEntry("airtable_url", null);
		}
	}

	private SandboxOptions options() {
		return options(this.directory);
	}

	private static SandboxOptions options(Path directory) {
		return SandboxOptions.of(directory, CLOCK)
			.parts(new SandboxOptions.Parts(false, true, true, true))
			.people(Carrier.PERFECT, new SellerOptions(Duration.ZERO, Duration.ofMillis(5), 1, 4, 1));
	}

	private static int send(Sandbox sandbox, String phone, String body) {
		var textgrid = sandbox.textgrid().orElseThrow();
		String from = sandbox.airtable()
			.map((airtable) -> new Caller(airtable.url(), "Bearer sandbox")
				.get("/v0/" + airtable.bases().control() + "/Numbers?maxRecords=1")
				.json()
				.path("records")
				.path(0)
				.path("fields")
				.path("TextGrid Phone Number")
				.asString())
			.orElse("+17135550100");
		String credentials = Base64.getEncoder().encodeToString("sandbox:sandbox".getBytes(StandardCharsets.UTF_8));
		return new Caller(textgrid.url(), "Basic " + credentials)
			.form("/2010-04-01/Accounts/sandbox/Messages.json", "To", phone, "From", from, "Body", body)
			.status();
	}

}
