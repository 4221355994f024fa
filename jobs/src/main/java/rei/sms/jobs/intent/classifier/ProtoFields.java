package rei.sms.jobs.intent.classifier;

import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;

/** The fields of one protobuf message, read as they lie in the file. */
final class ProtoFields {

	private final byte[] file;

	private final int from;

	private final int to;

	private int at;

	ProtoFields(byte[] file) {
		this(file, 0, file.length);
	}

	private ProtoFields(byte[] file, int from, int to) {
		this.file = file;
		this.from = from;
		this.to = to;
		this.at = from;
	}

	int from() {
		return this.from;
	}

	int length() {
		return this.to - this.from;
	}

	int sum(int wanted, ToIntFunction<ProtoFields> each) {
		int sum = 0;
		this.at = this.from;
		while (this.at < this.to) {
			ProtoFields field = next(wanted);
			sum += (field != null) ? each.applyAsInt(field) : 0;
		}
		return sum;
	}

	boolean has(int wanted) {
		return sum(wanted, (_) -> 1) > 0;
	}

	ProtoFields first(int wanted) {
		this.at = this.from;
		while (this.at < this.to) {
			ProtoFields field = next(wanted);
			if (field != null) {
				return field;
			}
		}
		return new ProtoFields(this.file, this.to, this.to);
	}

	private @Nullable ProtoFields next(int wanted) {
		long tag = number();
		switch ((int) (tag & 7)) {
			case 0 -> number();
			case 1 -> this.at += 8;
			case 2 -> {
				int length = (int) number();
				int begin = this.at;
				this.at += length;
				return (tag >>> 3 == wanted) ? new ProtoFields(this.file, begin, this.at) : null;
			}
			case 5 -> this.at += 4;
			default -> throw new IllegalStateException("no ONNX file");
		}
		return null;
	}

	private long number() {
		long number = 0;
		for (int shift = 0;; shift += 7) {
			byte next = this.file[this.at++];
			number |= (long) (next & 0x7f) << shift;
			if (next >= 0) {
				return number;
			}
		}
	}

}
