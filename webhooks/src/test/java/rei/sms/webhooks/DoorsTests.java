package rei.sms.webhooks;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DoorsTests {

	private final Doors doors = new Doors(List.of("/ping", "/health", "/ops/**", "/sandbox"));

	@ParameterizedTest
	@CsvSource({ "/inbound,WEBHOOK", "/outbound,WEBHOOK", "/delivery,WEBHOOK", "/delivery/,WEBHOOK", "/status,WEBHOOK",
			"/status/,WEBHOOK", "/inbound/,WEBHOOK", "/ping,OPEN", "/health,OPEN", "/sandbox,OPEN", "/ops,OPEN",
			"/ops/,OPEN", "/ops/runs/7,OPEN", "/ops/threads/%2B17135550101,OPEN", "/opsx,CRON", "/OPS/x,CRON",
			"/ping/,CRON", "/pingx,CRON", "/Ping,CRON", "/sandbox/x,CRON", "/,CRON", "/jobs/retry,CRON",
			"/INBOUND,CRON", "/inbound/x,CRON", "/x/inbound,CRON", "/jobs/caf%C3%A9,CRON", "'',CROOKED",
			"inbound,CROOKED", "//inbound,CROOKED", "/inbound//,CROOKED", "/inbound;x,CROOKED", "/./inbound,CROOKED",
			"/ops/..,CROOKED", "/ops/../x,CROOKED", "/ops/%2e%2e/x,CROOKED", "/ops/%2E./x,CROOKED", "/ops%2fx,CROOKED",
			"/ops%5cx,CROOKED", "/ops%3bx,CROOKED", "/ops%25x,CROOKED", "/%70ing,CROOKED", "/ops/%00,CROOKED",
			"/ops/%7f,CROOKED", "/ops/%,CROOKED", "/ops/%2,CROOKED", "/ops/%zz,CROOKED", "/ops\\x,CROOKED",
			"/ops/é,CROOKED", "/ops/...,OPEN", "/ops/.x,OPEN" })
	void ofPath(String path, Door door) {
		assertThat(this.doors.of(path)).isEqualTo(door);
	}

}
