package rei.sms.db.message;

/**
 * What a text costs on the air.
 *
 * @param encoding the alphabet it needs
 * @param units its length in septets or UTF-16 units
 * @param parts the messages it is sent as, none for an empty text
 */
public record Segments(Encoding encoding, int units, int parts) {

	/** Counts a text as carriers do: exact, pairs that must stay together included. */
	public static Segments of(String text) {
		var encoding = Gsm.isGsm(text) ? Encoding.GSM_7 : Encoding.UCS_2;
		int units = 0;
		int parts = 0;
		int room = 0;
		for (int index = 0; index < text.length(); index += encoding.width(text, index)) {
			int size = encoding.size(text, index);
			if (room < size) {
				parts++;
				room = encoding.part;
			}
			room -= size;
			units += size;
		}
		return new Segments(encoding, units, (units <= encoding.single) ? Math.min(1, units) : parts);
	}

	/** The alphabets of a text message. */
	public enum Encoding {

		/** Seven bits a character, two such for a few. */
		GSM_7(160, 153) {
			@Override
			int width(String text, int index) {
				return 1;
			}

			@Override
			int size(String text, int index) {
				return Gsm.septets(text.charAt(index));
			}
		},

		/** Sixteen bits a unit, two units for an emoji. */
		UCS_2(70, 67) {
			@Override
			int width(String text, int index) {
				return Character.charCount(text.codePointAt(index));
			}

			@Override
			int size(String text, int index) {
				return width(text, index);
			}
		};

		/** What fits into a text of one part. */
		private final int single;

		/** What fits into each part of several. */
		private final int part;

		Encoding(int single, int part) {
			this.single = single;
			this.part = part;
		}

		/** The characters at that place that must not be split. */
		abstract int width(String text, int index);

		/** The room that they take. */
		abstract int size(String text, int index);

	}

}
