package rei.sms.jobs.intent.classifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import rei.sms.db.wording.LinearHead;

/**
 * Learns the models of a build from the labelled replies and writes them beside their
 * readers.
 */
public final class Train {

	private Train() {
	}

	/**
	 * Run it after the replies or the features changed.
	 * @param arguments the folder of the replies, then where the opt-out reader's and the
	 * classifier's models belong
	 */
	public static void main(String[] arguments) throws IOException {
		List<Example> examples = Examples.readAll(Path.of(arguments[0]));
		write(OptOuts.learn("opt-out-6", examples), Path.of(arguments[1], "model-v1.bin"));
		Path folder = Path.of(arguments[2]);
		Heads heads = Heads.learn("wording-6", examples);
		write(heads.topic(), folder.resolve("topic-v1.bin"));
		write(heads.willing(), folder.resolve("willing-v1.bin"));
		write(heads.threat(), folder.resolve("threat-v1.bin"));
	}

	private static void write(LinearHead head, Path file) throws IOException {
		Files.createDirectories(file.getParent());
		try (var out = Files.newOutputStream(file)) {
			head.write(out);
		}
	}

}
