package rei.sms.config.contract;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import rei.sms.config.roles.Caller;
import rei.sms.config.roles.House;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every route with every way of showing each token. What passes is told by the answer to
 * a request that asks for nothing: 401 is the door's, everything else the route's own.
 */
@ExtendWith(OpenHouse.class)
class TokenContractTests {

	private final House house;

	TokenContractTests(House house) {
		this.house = house;
	}

	/** A way of showing a token. */
	private record Form(String query, Map<String, String> headers) {

		static Stream<Form> of(String token) {
			return Stream.of(new Form("token=" + Caller.encode(token), Map.of()),
					new Form("", Map.of("x-webhook-token", token)), new Form("", Map.of("x-cron-token", token)),
					new Form("", Map.of("Authorization", "Bearer " + token)));
		}

	}

	@ParameterizedTest
	@ValueSource(strings = { "/inbound", "/outbound", "/delivery", "/delivery/", "/status" })
	void webhooksOpenToTheirTokenAlone(String path) {
		onlyOpens("POST", path, House.WEBHOOK_TOKEN, House.CRON_TOKEN, 422);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			POST, /jobs/autolinker?limit=0,           422
			POST, /jobs/intent-batch?limit=0,         422
			POST, /jobs/lead-promoter?limit=0,        422
			POST, /jobs/autoresponder?limit=0,        422
			POST, /jobs/campaign-send?limit=0,        422
			POST, /jobs/retry?limit=0,                422
			POST, /jobs/delivery-receipts?limit=0,    422
			POST, /jobs/enrichment?limit=0,           422
			POST, /jobs/quota-reset?limit=0,          422
			POST, /jobs/kpi-rollup?limit=0,           422
			POST, /jobs/airtable-pull?limit=0,        422
			POST, /jobs/airtable-push?limit=0,        422
			POST, /run-campaigns?limit=0,             422
			POST, /autoresponder/autoresponder?limit=0, 422
			POST, /retry?limit=0,                     422
			POST, /reset-quotas?limit=0,              422
			POST, /aggregate-kpis?limit=0,            422
			POST, /cron/all?limit=0,                  422
			GET,  /jobs/executions,                   200
			GET,  /jobs/executions/999999999,         404
			POST, /jobs/executions/999999999/restart, 404
			POST, /jobs/executions/999999999/stop,    404
			GET,  /parked,                            200
			POST, /parked/999999999/retry,            404
			POST, /messages,                          422
			GET,  /conversations,                     422
			GET,  /conversations/6f6a3f5e-0000-4000-8000-000000000000, 404
			POST, /pause?number=x,                    422
			POST, /resume?number=x,                   422
			GET,  /pause,                             200
			GET,  /metrics,                           200
			GET,  /sandbox,                           200
			""")
	void everyOtherRouteOpensToTheOperatorsTokenAlone(String method, String path, int answer) {
		onlyOpens(method, path, House.CRON_TOKEN, House.WEBHOOK_TOKEN, answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/ping", "/health" })
	void whetherWeAreWellIsForEverybody(String path) {
		assertThat(this.house.caller().knock("GET", path, "", Map.of()).status()).isEqualTo(200);
		assertThat(this.house.caller().knock("GET", path, "", Map.of("x-cron-token", "guess")).status()).isEqualTo(200);
	}

	@Test
	void airtablesWordIsAskedForItsSignatureAndForNoToken() {
		var answer = this.house.caller().knock("POST", "/airtable/changes/Prospects", "", Map.of());
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.text("detail")).contains("X-Airtable-Content-MAC");
	}

	@Test
	void airtablesSignedWordIsTaken() throws GeneralSecurityException {
		var secret = "sixteen bytes of".getBytes(StandardCharsets.UTF_8);
		this.house.database()
			.sql("""
					INSERT INTO table_hook (base_table, base_id, hook, secret, url, watched, expires_at)
					VALUES ('KPIS', 'appSigned', 'achSigned', ?, 'https://engine.example', 'tbl1', now() + interval '7 days')
					""")
			.param(Base64.getEncoder().encodeToString(secret))
			.update();
		var word = "{\"base\":{\"id\":\"appSigned\"}}";
		var mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(secret, "HmacSHA256"));
		var signature = HexFormat.of().formatHex(mac.doFinal(word.getBytes(StandardCharsets.UTF_8)));
		var answer = this.house.caller()
			.tell("/airtable/changes/KPIS", word, Map.of("X-Airtable-Content-MAC", "hmac-sha256=" + signature));
		this.house.database().sql("DELETE FROM table_hook WHERE hook = 'achSigned'").update();
		assertThat(answer.status()).as(answer.body()).isEqualTo(204);
	}

	private void onlyOpens(String method, String path, String right, String other, int answer) {
		Form.of(right).forEach((form) -> assertThat(knock(method, path, form)).as(path + form).isEqualTo(answer));
		for (var wrong : List.of(other, "guess", right + "x", right.substring(1), "")) {
			Form.of(wrong).forEach((form) -> assertThat(knock(method, path, form)).as(path + form).isEqualTo(401));
		}
		assertThat(knock(method, path, new Form("", Map.of()))).isEqualTo(401);
	}

	private int knock(String method, String path, Form form) {
		var query = form.query.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + form.query;
		return this.house.caller().knock(method, path, query, form.headers).status();
	}

}
