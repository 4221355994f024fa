package rei.sms.jobs.intent.classifier;

import java.io.ByteArrayOutputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WiringTests {

	/**
	 * A version, and a graph of a step, a name and two tensors, the second of 200 bytes.
	 */
	private static final byte[] MODEL = message(field(1, 3),
			field(7, message(field(1, 9, 9), field(2, 'g'), field(5, 1, 2), field(5, new byte[200]))));

	private static final byte[] WIRING = message(field(7, message(field(1, 8))));

	@Test
	void takesTheWeightsAndLeavesTheSteps() {
		assertThat(Wiring.over(MODEL, WIRING))
			.isEqualTo(message(WIRING, field(7, message(field(5, 1, 2), field(5, new byte[200])))));
	}

	private static byte[] field(int number, int... bytes) {
		var content = new byte[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			content[i] = (byte) bytes[i];
		}
		return field(number, content);
	}

	private static byte[] field(int number, byte[] content) {
		int length = content.length;
		var head = (length < 128) ? new byte[] { (byte) (number * 8 + 2), (byte) length }
				: new byte[] { (byte) (number * 8 + 2), (byte) (length % 128 + 128), (byte) (length / 128) };
		return message(head, content);
	}

	private static byte[] message(byte[]... parts) {
		var whole = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			whole.writeBytes(part);
		}
		return whole.toByteArray();
	}

}
