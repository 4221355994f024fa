package rei.sms.sandbox.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Phone numbers that follow the numbering plan and belong to nobody we know: invented for
 * the stand-ins, which call nobody.
 */
final class TrialPhones {

	private final Random random;

	private final Set<String> given = new HashSet<>();

	TrialPhones(Random random) {
		this.random = random;
	}

	/** A number of one of the market's area codes that was not given before, E.164. */
	String next(TrialMarket market) {
		String phone;
		do {
			String area = market.areaCodes().get(this.random.nextInt(market.areaCodes().size()));
			phone = "+1%s%d%02d%04d".formatted(area, 2 + this.random.nextInt(8), 20 + this.random.nextInt(30),
					1000 + this.random.nextInt(9000));
		}
		while (!this.given.add(phone));
		return phone;
	}

	/** Several numbers of a market. */
	List<String> next(TrialMarket market, int count) {
		var phones = new ArrayList<String>();
		for (int i = 0; i < count; i++) {
			phones.add(next(market));
		}
		return phones;
	}

	/** As people type it. */
	static String typed(String phone) {
		return "(%s) %s-%s".formatted(phone.substring(2, 5), phone.substring(5, 8), phone.substring(8));
	}

}
