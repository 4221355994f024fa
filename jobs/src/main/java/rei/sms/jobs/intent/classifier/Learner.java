package rei.sms.jobs.intent.classifier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Learns the heads of a classifier anew and carries them as bytes. */
public final class Learner {

	private Learner() {
	}

	/** Learns from labelled replies; the same replies give the same bytes. */
	public static byte[] learn(String version, List<Example> examples) {
		var bytes = new ByteArrayOutputStream();
		try {
			Heads.learn(version, examples).write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** The classifier of this build with heads that were learnt. */
	public static Classifier classifier(String version, byte[] heads) {
		try {
			return Classifier.of(version, Heads.read(new ByteArrayInputStream(heads)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
