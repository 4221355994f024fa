package rei.sms.sandbox.textgrid;

/**
 * How many parts a carrier bills for a text.
 */
final class Segments {

	private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
			+ "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

	private static final String GSM_TWICE = "^{}\\[~]|€\f";

	private Segments() {
	}

	static int of(String body) {
		if (body.chars().allMatch((letter) -> (GSM + GSM_TWICE).indexOf(letter) >= 0)) {
			int septets = body.length() + (int) body.chars().filter((letter) -> GSM_TWICE.indexOf(letter) >= 0).count();
			return parts(septets, 160, 153);
		}
		return parts(body.length(), 70, 67);
	}

	private static int parts(int units, int alone, int each) {
		return (units <= alone) ? 1 : (units + each - 1) / each;
	}

}
