package rei.sms.sandbox.sellers;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rei.sms.sandbox.http.Answer;
import rei.sms.sandbox.http.Caller;
import rei.sms.sandbox.http.Parameters;
import rei.sms.sandbox.http.ServerOptions;
import rei.sms.sandbox.http.StandInServer;
import rei.sms.sandbox.textgrid.TextGridOptions;
import rei.sms.sandbox.textgrid.TextGridStandIn;

import static org.assertj.core.api.Assertions.assertThat;

class SellersTests {

	private static final String OURS = "+17132000001";

	private final TextGridStandIn textgrid = TextGridStandIn.start(TextGridOptions.of(OURS));

	private final BlockingQueue<Parameters> inbound = new LinkedBlockingQueue<>();

	private final StandInServer engine = StandInServer.start(ServerOptions.DEFAULT, Clock.systemUTC(), (request) -> {
		this.inbound.add(request.form());
		return new Answer(200, "text/plain", Map.of(), "ok", 0);
	});

	@AfterEach
	void close() {
		this.textgrid.close();
		this.engine.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Hi Ann, this is Bo with Acme. Do you still own 1 Elm St? Reply STOP to opt out.  | OWNERSHIP_CHECK
			Would you be open to a cash offer on 1 Elm St?                                   | INTEREST_FEELER
			Do you have a price in mind for 1 Elm St?                                        | PRICE_FOLLOWUP
			How is the condition of 1 Elm St? Any repairs it needs?                          | CONDITION_CHECK
			What has you thinking about selling, and how soon would you like to be done?     | MOTIVATION_CHECK
			We can do $212,000 cash, as is. What do you think?                               | OFFER_FOLLOWUP
			The agreement is in your email. Any questions before you sign?                   | CONTRACT_FOLLOWUP
			Checking back as you asked. Is now a better time to talk about the house?        | DELAY_CHECKIN
			""")
	void contextFollowsFromTheWords(String text, Context context) {
		assertThat(Context.of(text)).isEqualTo(context);
	}

	@Test
	void lessThanHalfAnswerAndSomeOfThemStop() {
		var sellers = new Sellers(this.textgrid, SellerOptions.usual(7));
		List<Reply> replies = IntStream.range(2_000_000, 2_001_000)
			.mapToObj((i) -> sellers.answer("+1713" + i, "Do you still own 1 Elm St?", List.of()))
			.flatMap(Optional::stream)
			.toList();
		assertThat(replies).hasSizeBetween(400, 500);
		assertThat(replies).filteredOn(Reply::optOut).hasSizeBetween(60, 100);
		assertThat(replies).filteredOn((reply) -> reply.aiIntent().equals("who_is_this")).hasSizeGreaterThan(30);
		assertThat(replies).filteredOn(Reply::isWrongNumber).hasSizeGreaterThan(30);
	}

	@Test
	void sameSeedGivesTheSameSellers() {
		assertThat(new Sellers(this.textgrid, SellerOptions.usual(7)).answer("+17132345678", "How is the roof?",
				List.of()))
			.isEqualTo(new Sellers(this.textgrid, SellerOptions.usual(7)).answer("+17132345678", "How is the roof?",
					List.of()));
	}

	@Test
	void whoStoppedOrSaidEnoughSaysNoMore() {
		var sellers = new Sellers(this.textgrid, new SellerOptions(Duration.ZERO, Duration.ZERO, 1, 2, 7));
		assertThat(sellers.answer("+17132345678", "Hi", List.of())).isPresent();
		assertThat(sellers.answer("+17132345678", "Hi", List.of("STOP"))).isEmpty();
		assertThat(sellers.answer("+17132345678", "Hi", List.of("yes", "how much"))).isEmpty();
	}

	@Test
	void answersReachTheWebhook() throws InterruptedException {
		this.textgrid.inboundUrl(this.engine.url() + "/inbound");
		Sellers.move(this.textgrid, new SellerOptions(Duration.ZERO, Duration.ofMillis(5), 1, 4, 1));
		String credentials = Base64.getEncoder().encodeToString("sandbox:sandbox".getBytes(StandardCharsets.UTF_8));
		new Caller(this.textgrid.url(), "Basic " + credentials).form("/2010-04-01/Accounts/sandbox/Messages.json", "To",
				"+17132345678", "From", OURS, "Body", "Do you still own 1 Elm St?");
		Parameters form = Objects.requireNonNull(this.inbound.poll(10, TimeUnit.SECONDS));
		assertThat(form.first("From")).isEqualTo("+17132345678");
		assertThat(form.first("To")).isEqualTo(OURS);
		assertThat(form.first("Body")).isNotBlank();
	}

}
