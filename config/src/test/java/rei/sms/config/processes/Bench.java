package rei.sms.config.processes;

import java.util.Optional;

/** What a bench is told by its environment. */
final class Bench {

	private Bench() {
	}

	static int number(String name, int otherwise) {
		return Optional.ofNullable(System.getenv(name)).map(Integer::parseInt).orElse(otherwise);
	}

}
