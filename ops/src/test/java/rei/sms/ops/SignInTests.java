package rei.sms.ops;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Who gets in, and what stands before the pages. */
class SignInTests {

	private static ConfigurableApplicationContext engine;

	private static World world;

	@BeforeAll
	static void start() {
		engine = TestPages.start("--ops.password=" + TestPages.PASSWORD);
		world = new World(engine.getBean(JdbcClient.class));
	}

	@AfterAll
	static void stop() {
		engine.close();
	}

	@Test
	void withoutASessionPeopleAreLedToTheSignInAndProgramsAreToldSo() {
		var visitor = visitor();
		var page = visitor.get("/ops/threads?q=a");
		assertThat(page.statusCode()).isEqualTo(303);
		assertThat(page.headers().firstValue("Location")).contains("/ops/sign-in?to=%2Fops%2Fthreads%3Fq%3Da");
		var part = visitor.send(visitor.request("/ops").header("HX-Request", "true").header("Accept", "text/html"));
		assertThat(part.statusCode()).isEqualTo(401);
		assertThat(visitor.send(visitor.request("/ops/live")).statusCode()).isEqualTo(401);
	}

	@Test
	void signInOpensASessionUnderANewCookieAndSignOutEndsIt() {
		var visitor = visitor();
		var form = visitor.get("/ops/sign-in");
		assertThat(form.headers().firstValue("Set-Cookie").orElseThrow()).contains("; HttpOnly; SameSite=Lax",
				"Path=/ops");
		var in = visitor.post("/ops/sign-in",
				Map.of("user", "ops", "password", TestPages.PASSWORD, "to", "/ops/threads?q=a"));
		assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/ops/threads?q=a");
		assertThat(in.headers().firstValue("Set-Cookie")).isPresent();
		assertThat(visitor.page("/ops/threads")).contains("Threads");
		var old = form.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
		var thief = new Visitor(TestPages.port(engine));
		assertThat(thief.send(thief.request("/ops").header("Cookie", old)).statusCode()).isEqualTo(401);
		var own = in.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
		assertThat(thief.send(thief.request("/ops").header("Cookie", own)).statusCode()).isEqualTo(200);
		assertThat(visitor.press("/ops/sign-out", Map.of())).endsWith("/ops/sign-in");
		assertThat(thief.send(thief.request("/ops").header("Cookie", own)).statusCode()).isEqualTo(401);
	}

	@Test
	void wrongPasswordsAreRefusedAndAfterManyOfThemEvenTheRightOne() {
		world.change("DELETE FROM ops_sign_in");
		var visitor = visitor();
		visitor.get("/ops/sign-in");
		for (var i = 0; i < 10; i++) {
			assertThat(signIn(visitor, "ops", "guess " + i)).isEqualTo(401);
		}
		assertThat(signIn(visitor, "ops", TestPages.PASSWORD)).isEqualTo(429);
		world.change("DELETE FROM ops_sign_in");
		assertThat(signIn(visitor, "admin", TestPages.PASSWORD)).isEqualTo(401);
		assertThat(signIn(visitor, "ops", TestPages.PASSWORD)).isIn(302, 303);
	}

	@Test
	void signInNeverLeadsElsewhere() {
		for (var to : List.of("https://evil.example", "//evil.example", "/ops//evil.example", "/ops/\\evil", "/opsx",
				"/ops?x=\r\nSet-Cookie: a=b")) {
			var visitor = visitor();
			visitor.get("/ops/sign-in");
			assertThat(visitor.press("/ops/sign-in", Map.of("user", "ops", "password", TestPages.PASSWORD, "to", to)))
				.endsWith("/ops");
		}
	}

	@Test
	void formWithoutItsTokenOrFromElsewhereChangesNothing() {
		var visitor = Visitor.signedIn(TestPages.port(engine));
		assertThat(visitor.postPlain("/ops/pause", Map.of()).statusCode()).isEqualTo(403);
		assertThat(visitor.post("/ops/pause", Map.of("_csrf", "0".repeat(64))).statusCode()).isEqualTo(403);
		var other = Visitor.signedIn(TestPages.port(engine));
		var token = Pattern.compile("_csrf\" value=\"(\\w+)").matcher(other.page("/ops"));
		assertThat(token.find()).isTrue();
		assertThat(visitor.post("/ops/pause", Map.of("_csrf", token.group(1))).statusCode()).isEqualTo(403);
		assertThat(other.postPlain("/ops/pause", Map.of("_csrf", token.group(1)), "Sec-Fetch-Site", "cross-site")
			.statusCode()).isEqualTo(403);
		assertThat(world.count("SELECT count(*) FROM pause")).isZero();
	}

	@Test
	void everyPageForbidsWhatItDoesNotNeed() {
		var page = Visitor.signedIn(TestPages.port(engine)).get("/ops");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'")
			.contains("script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
			.doesNotContain("unsafe");
		assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
		assertThat(page.body()).doesNotContain("<script>", " style=", "onclick", "javascript:");
	}

	@Test
	void assetsAreKeptByBrowsersAndChangeTheirAddressWithTheirContent() {
		var visitor = visitor();
		var link = Pattern.compile("/ops/assets/[0-9a-f]{12}/ops.css").matcher(visitor.page("/ops/sign-in"));
		assertThat(link.find()).isTrue();
		var css = visitor.get(link.group());
		assertThat(css.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
		assertThat(css.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
		assertThat(visitor.get("/ops/assets/000000000000/ops.css").statusCode()).isEqualTo(404);
	}

	@Test
	void withoutAPasswordThereAreNoPages() {
		try (var bare = TestPages.start()) {
			assertThat(new Visitor(TestPages.port(bare)).get("/ops").statusCode()).isEqualTo(404);
			assertThat(new Visitor(TestPages.port(bare)).get("/ops/sign-in").statusCode()).isEqualTo(404);
		}
	}

	private static int signIn(Visitor visitor, String user, String password) {
		return visitor.post("/ops/sign-in", Map.of("user", user, "password", password)).statusCode();
	}

	private static Visitor visitor() {
		return new Visitor(TestPages.port(engine));
	}

}
