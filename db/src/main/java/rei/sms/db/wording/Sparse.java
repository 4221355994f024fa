package rei.sms.db.wording;

import java.util.Arrays;

/** The features of one message: bucket numbers and how much each counts. */
@SuppressWarnings("ArrayRecordComponent")
public record Sparse(int[] buckets, float[] weights) {

	/**
	 * Collects named features and hashes them into a fixed number of buckets; of two in
	 * one bucket the weightier counts.
	 */
	public static final class Builder {

		private final int mask;

		private int[] buckets = new int[512];

		private float[] weights = new float[512];

		private int count;

		/**
		 * Where each bucket stands above, counted from one; looked for from its own
		 * number on.
		 */
		private int[] places = new int[2048];

		/**
		 * @param bits the number of buckets as a power of two
		 */
		public Builder(int bits) {
			this.mask = (1 << bits) - 1;
		}

		public Builder add(String feature, float weight) {
			return add(FeatureHash.of(feature), weight);
		}

		Builder add(int hash, float weight) {
			int bucket = hash & this.mask;
			int slot = slot(bucket);
			int place = this.places[slot] - 1;
			if (place >= 0) {
				this.weights[place] = Math.max(this.weights[place], weight);
				return this;
			}
			this.buckets[this.count] = bucket;
			this.weights[this.count] = weight;
			this.places[slot] = ++this.count;
			if (this.count == this.buckets.length) {
				grow();
			}
			return this;
		}

		public Sparse build() {
			return new Sparse(Arrays.copyOf(this.buckets, this.count), Arrays.copyOf(this.weights, this.count));
		}

		/**
		 * The slot that tells the bucket's place, or the free one in which it belongs.
		 */
		private int slot(int bucket) {
			int slot = bucket & (this.places.length - 1);
			while (this.places[slot] != 0 && this.buckets[this.places[slot] - 1] != bucket) {
				slot = (slot + 1) & (this.places.length - 1);
			}
			return slot;
		}

		private void grow() {
			this.buckets = Arrays.copyOf(this.buckets, 2 * this.count);
			this.weights = Arrays.copyOf(this.weights, 2 * this.count);
			this.places = new int[8 * this.count];
			for (int place = 0; place < this.count; place++) {
				this.places[slot(this.buckets[place])] = place + 1;
			}
		}

	}

}
