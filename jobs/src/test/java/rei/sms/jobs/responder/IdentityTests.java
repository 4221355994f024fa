package rei.sms.jobs.responder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.rules.ReplyFacts;
import rei.sms.jobs.rules.ReplyPlan;

import static org.assertj.core.api.Assertions.assertThat;

class IdentityTests {

	private static final ReplyPlan.Reply PLAN = new ReplyPlan.Reply(ReplyPlan.Kind.AI, Stage.OWNERSHIP_CONFIRMATION,
			List.of());

	@ParameterizedTest
	@EnumSource(names = { "WHO_IS_THIS", "HOW_GOT_NUMBER" })
	void whoAsksWhoWeAreGetsOurNamesAndTheWayOut(AiIntent question) {
		assertThat(answer("Ann", "Acme", question, false)).hasValueSatisfying((text) -> {
			assertThat(text.body()).startsWith("This is Ann with Acme.").contains("STOP");
			assertThat(text.segments()).isOne();
		});
	}

	@Test
	void helpGetsTheNameThatIsSet() {
		assertThat(answer(null, "Acme", AiIntent.OTHER, true))
			.hasValueSatisfying((text) -> assertThat(text.body()).startsWith("This is Acme."));
		assertThat(answer("Ann", " ", AiIntent.OTHER, true))
			.hasValueSatisfying((text) -> assertThat(text.body()).startsWith("This is Ann."));
	}

	@Test
	void nobodyIsNamedWhereNoNameIsSetAndNothingIsSaidUnasked() {
		assertThat(answer(null, null, AiIntent.WHO_IS_THIS, true)).isEmpty();
		assertThat(answer("Ann", "Acme", AiIntent.ASK_PRICE, false)).isEmpty();
	}

	private static Optional<Answer.Text> answer(@Nullable String agent, @Nullable String company, AiIntent intent,
			boolean help) {
		var sending = new SendingProperties(20, 5000, 750, 2, 500, 100, 3, 32, true, 21, 9, agent, company, "",
				BigDecimal.ONE, false);
		var facts = new ReplyFacts(Instant.EPOCH, intent, Intent.NEUTRAL, 1, Stage.OWNERSHIP_CONFIRMATION, false, false,
				true, help, Set.of(), Optional.empty(), 0, false);
		return new Identity(sending).answer(facts, PLAN);
	}

}
