package rei.sms.db.wording;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

import static org.assertj.core.api.Assertions.assertThat;

class WordingPropertyTests {

	/** An invisible character is folded away and keeps a text from the short way. */
	@Property
	void plainTextIsFoldedAsAnyOther(
			@ForAll @StringLength(max = 200) @CharRange(from = '\u0001', to = '\u007f') String text) {
		assertThat(Wording.of(text)).isEqualTo(Wording.of(text + "\u200b"));
	}

}
