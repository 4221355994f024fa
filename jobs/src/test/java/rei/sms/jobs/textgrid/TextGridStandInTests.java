package rei.sms.jobs.textgrid;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.textgrid.SendResult.NotSent;
import rei.sms.jobs.textgrid.SendResult.Refused;
import rei.sms.jobs.textgrid.SendResult.Taken;
import rei.sms.jobs.textgrid.SendResult.Unknown;
import rei.sms.jobs.textgrid.TextGridProperties.AuthScheme;
import rei.sms.sandbox.http.Fault.ResetAfter;
import rei.sms.sandbox.http.Fault.ResetBefore;
import rei.sms.sandbox.textgrid.TextGridFaults;
import rei.sms.sandbox.textgrid.TextGridOptions;
import rei.sms.sandbox.textgrid.TextGridStandIn;

import static org.assertj.core.api.Assertions.assertThat;

class TextGridStandInTests {

	private static final PhoneNumber OURS = new PhoneNumber("+17132000001");

	private static final PhoneNumber SELLER = new PhoneNumber("+17132345678");

	private final TextGridStandIn provider = TextGridStandIn.start(TextGridOptions.of(OURS.e164()));

	private final TextGridClient client = client(AuthScheme.BEARER);

	@AfterEach
	void stop() {
		this.provider.close();
	}

	@ParameterizedTest
	@EnumSource(AuthScheme.class)
	void aTextIsTakenAndFoundAgain(AuthScheme scheme) {
		var begun = Instant.now();
		var taken = (Taken) client(scheme).send(text(SELLER), () -> true);
		assertThat(this.client.lookUp(taken.sid())).isPresent();
		assertThat(this.client.find(SELLER, OURS, begun)).extracting(ProviderMessage::sid).containsExactly(taken.sid());
		assertThat(this.client.find(SELLER, OURS, begun.plus(Duration.ofHours(1)))).isEmpty();
	}

	@Test
	void aWithheldTextNeverReachesTheProvider() {
		assertThat(this.client.send(text(SELLER), () -> false)).isInstanceOf(NotSent.class);
		assertThat(this.provider.texts()).isEmpty();
	}

	@Test
	void aTextToSomebodyWhoOptedOutThereIsRefused() {
		this.provider.receive(SELLER.e164(), OURS.e164(), "STOP");
		assertThat(this.client.send(text(SELLER), () -> true)).isInstanceOfSatisfying(Refused.class,
				(refused) -> assertThat(refused.code()).isEqualTo("21610"));
	}

	@Test
	void whatMayHaveBeenTakenIsUnknown() {
		this.provider.faults().next(1, new ResetAfter());
		assertThat(this.client.send(text(SELLER), () -> true)).isInstanceOf(Unknown.class);
		this.provider.faults().next(1, new ResetBefore());
		assertThat(this.client.send(text(SELLER), () -> true)).isInstanceOf(Unknown.class);
		this.provider.faults().next(1, TextGridFaults.serverErrorAfterAccepting(502));
		assertThat(this.client.send(text(SELLER), () -> true)).isInstanceOf(Unknown.class);
		assertThat(this.provider.texts()).hasSize(2);
	}

	@Test
	void aThrottledTextWasNotSent() {
		this.provider.faults().next(1, TextGridFaults.tooMany(Duration.ofSeconds(3)));
		assertThat(this.client.send(text(SELLER), () -> true)).isInstanceOfSatisfying(NotSent.class,
				(notSent) -> assertThat(notSent.retryAfter()).contains(Duration.ofSeconds(3)));
		assertThat(this.provider.texts()).isEmpty();
	}

	private static SendRequest text(PhoneNumber to) {
		return new SendRequest(UUID.randomUUID(), OURS, to, "Hi", Optional.empty());
	}

	private TextGridClient client(AuthScheme scheme) {
		return new TextGridClient(new TextGridProperties(this.provider.url(), this.provider.accountSid(),
				this.provider.authToken(), scheme, "", "", Duration.ofSeconds(1), Duration.ofSeconds(2)));
	}

}
