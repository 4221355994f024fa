package rei.sms.db.wording;

import java.util.HashMap;
import java.util.Map;

/** The features of one message: bucket numbers and how much each counts. */
@SuppressWarnings("ArrayRecordComponent")
public record Sparse(int[] buckets, float[] weights) {

	/**
	 * Collects named features and hashes them into a fixed number of buckets.
	 */
	public static final class Builder {

		private final int mask;

		private final Map<Integer, Float> collected = new HashMap<>();

		/**
		 * @param bits the number of buckets as a power of two
		 */
		public Builder(int bits) {
			this.mask = (1 << bits) - 1;
		}

		public Builder add(String feature, float weight) {
			this.collected.merge(hash(feature) & this.mask, weight, Math::max);
			return this;
		}

		public Sparse build() {
			var buckets = new int[this.collected.size()];
			var weights = new float[buckets.length];
			int at = 0;
			for (var feature : this.collected.entrySet()) {
				buckets[at] = feature.getKey();
				weights[at++] = feature.getValue();
			}
			return new Sparse(buckets, weights);
		}

		/** FNV-1a with a final mix: the same in every process and for ever. */
		private static int hash(String feature) {
			int hash = 0x811c9dc5;
			for (int i = 0; i < feature.length(); i++) {
				hash = (hash ^ feature.charAt(i)) * 0x01000193;
			}
			hash = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
			return hash ^ (hash >>> 13);
		}

	}

}
