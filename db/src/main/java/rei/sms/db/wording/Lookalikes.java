package rei.sms.db.wording;

/** Letters of other alphabets that people, or spam filters' foes, use for Latin ones. */
final class Lookalikes {

	private static final String FOREIGN = "аеорсухіјѕԁһкмтвнгпԛԝѵοαερτυικνηωßøłđıɑɡʏᴏɪ";

	private static final String LATIN = "aeopcyxijsdhkmtbhrnqwvoaeptuikvnwsoldiagyoi";

	private Lookalikes() {
	}

	static char latin(char letter) {
		if (letter < 0x80) {
			return letter;
		}
		int at = FOREIGN.indexOf(letter);
		return (at < 0) ? letter : LATIN.charAt(at);
	}

}
