package rei.sms.webhooks;

/**
 * Whether a path can be read in one way only: no parameters, no empty or dotted segments,
 * and no escape that hides a letter, a digit, a dot, a slash or another escape.
 */
final class PlainPath {

	private static final String PLAIN = "/._~!$'()*+,=:@-";

	private static final String HIDDEN = ";%\\";

	private PlainPath() {
	}

	static boolean is(String path) {
		return path.startsWith("/") && !path.contains("//") && !(path + "/").contains("/./")
				&& !(path + "/").contains("/../") && hasPlainLetters(path);
	}

	private static boolean hasPlainLetters(String path) {
		for (var at = 0; at < path.length(); at++) {
			var letter = path.charAt(at);
			if (letter == '%') {
				if (!isPlainEscape(path, at + 1)) {
					return false;
				}
				at += 2;
			}
			else if (!isPlain(letter)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isPlainEscape(String path, int at) {
		if (at + 2 > path.length()) {
			return false;
		}
		var code = 16 * Character.digit(path.charAt(at), 16) + Character.digit(path.charAt(at + 1), 16);
		return code >= 0x80 || (code >= ' ' && code < 0x7F && !isAscii(code) && "/._~-".indexOf(code) < 0
				&& HIDDEN.indexOf(code) < 0);
	}

	private static boolean isPlain(char letter) {
		return isAscii(letter) || PLAIN.indexOf(letter) >= 0;
	}

	private static boolean isAscii(int letter) {
		return letter < 0x80 && Character.isLetterOrDigit(letter);
	}

}
