package rei.sms.jobs.intent.classifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** How long each of many readings took, in milliseconds. */
final class Pace {

	private final List<Double> times = new ArrayList<>();

	<T> T of(Supplier<T> reading) {
		long begun = System.nanoTime();
		T read = reading.get();
		this.times.add((System.nanoTime() - begun) / 1e6);
		return read;
	}

	double mean() {
		return this.times.stream().mapToDouble(Double::doubleValue).average().orElse(0);
	}

	/** The time that this share of the readings did not exceed. */
	double within(double share) {
		if (this.times.isEmpty()) {
			return 0;
		}
		var sorted = new ArrayList<>(this.times);
		Collections.sort(sorted);
		return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
	}

}
