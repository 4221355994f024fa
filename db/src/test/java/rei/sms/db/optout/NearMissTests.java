package rei.sms.db.optout;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NearMissTests {

	@ParameterizedTest
	@CsvSource({ "stop,true", "stopp,true", "sstop,true", "stp,true", "top,true", "shop,true", "sotp,true", "tsop,true",
			"stpo,true", "tops,false", "spot,false", "st,false", "stopes,false", "stoppp,false", "'',false" })
	void oneEditIsAnInsertionADeletionASubstitutionOrASwap(String word, boolean within) {
		assertThat(NearMiss.isWithinOneEdit(word, "stop")).isEqualTo(within);
	}

	@ParameterizedTest
	@CsvSource({ "shop,false", "top,false", "step,false", "stip,true", "st0p,true", "5top,true", "unsuscribe,true",
			"subscribe,false" })
	void realWordsAreMeant(String word, boolean near) {
		assertThat(NearMiss.of(word)).isEqualTo(near);
	}

}
