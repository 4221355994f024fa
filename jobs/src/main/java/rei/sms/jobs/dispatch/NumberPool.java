package rei.sms.jobs.dispatch;

import java.util.Optional;

import org.springframework.stereotype.Component;

import rei.sms.db.message.PhoneNumber;
import rei.sms.db.outbox.DueText;
import rei.sms.jobs.rules.NumberChoice;

/**
 * Chooses a number for a text that was held because its market had none (decision 29).
 */
@Component
class NumberPool {

	Optional<PhoneNumber> choose(DueText text, Budget budget) {
		if (text.market() == null) {
			return Optional.empty();
		}
		return switch (NumberChoice.choose(Optional.empty(), text.market(), budget.candidates())) {
			case NumberChoice.Choice.Chosen chosen -> Optional.of(chosen.phone());
			case NumberChoice.Choice.Hold hold -> Optional.empty();
		};
	}

}
