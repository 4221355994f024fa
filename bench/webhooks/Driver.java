import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Keep-alive connections, each of which sends its next request when it has the whole last
 * answer. Like pgbench's, they share one thread that waits for all of them: the machine's
 * processors are for what is measured.
 */
class Driver {

	private static final AtomicLong SELLERS = new AtomicLong(System.nanoTime() % 1_000_000_000);

	private final LongFunction<byte[]> requests;

	private final InetSocketAddress engine;

	private final int clients;

	private long[] latencies = new long[1 << 16];

	private int open;

	private int answered;

	private long errors;

	private double seconds;

	/** @param requests the bytes of a request of one seller */
	Driver(int port, int clients, LongFunction<byte[]> requests) {
		this.engine = new InetSocketAddress("127.0.0.1", port);
		this.clients = clients;
		this.requests = requests;
	}

	void run(Duration duration) throws IOException {
		var begun = System.nanoTime();
		var end = begun + duration.toNanos();
		try (var selector = Selector.open()) {
			for (var n = 0; n < this.clients; n++) {
				new Connection(selector).send();
			}
			while (this.open > 0) {
				selector.select((key) -> ((Connection) key.attachment()).receive(end));
			}
		}
		this.seconds = (System.nanoTime() - begun) / 1e9;
	}

	/** How long each answer of 200 took in nanoseconds, in order of length. */
	long[] latencies() {
		var sorted = Arrays.copyOf(this.latencies, this.answered);
		Arrays.sort(sorted);
		return sorted;
	}

	long errors() {
		return this.errors;
	}

	/** How long it took until the last answer. */
	double seconds() {
		return this.seconds;
	}

	private void count(Answer answer, long took) {
		if (!answer.isOk()) {
			this.errors++;
			return;
		}
		if (this.answered == this.latencies.length) {
			this.latencies = Arrays.copyOf(this.latencies, 2 * this.answered);
		}
		this.latencies[this.answered++] = took;
	}

	private final class Connection {

		private final ByteBuffer received = ByteBuffer.allocate(8192);

		private final SocketChannel channel;

		private long sent;

		Connection(Selector selector) throws IOException {
			this.channel = SocketChannel.open(Driver.this.engine);
			this.channel.socket().setTcpNoDelay(true);
			this.channel.configureBlocking(false);
			this.channel.register(selector, SelectionKey.OP_READ, this);
			Driver.this.open++;
		}

		void send() throws IOException {
			var request = ByteBuffer.wrap(Driver.this.requests.apply(SELLERS.incrementAndGet()));
			this.sent = System.nanoTime();
			if (this.channel.write(request) < request.capacity()) {
				throw new IOException("the engine does not read");
			}
		}

		void receive(long end) {
			try {
				if (this.channel.read(this.received) < 0) {
					throw new IOException("the engine hung up");
				}
				var answer = new Answer(this.received.array(), this.received.position());
				if (answer.isWhole()) {
					next(answer, end);
				}
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private void next(Answer answer, long end) throws IOException {
			var now = System.nanoTime();
			count(answer, now - this.sent);
			this.received.clear();
			if (now < end) {
				send();
			}
			else {
				this.channel.close();
				Driver.this.open--;
			}
		}

	}

	/** What has come of an answer so far. */
	record Answer(byte[] bytes, int length) {

		private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);

		private static final byte[] HEAD_ENDS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

		private static final byte[] LENGTH = "\r\ncontent-length:".getBytes(StandardCharsets.US_ASCII);

		boolean isOk() {
			return Arrays.equals(this.bytes, 0, OK.length, OK, 0, OK.length);
		}

		boolean isWhole() {
			var head = find(HEAD_ENDS, this.length);
			if (head < 0) {
				return false;
			}
			var at = find(LENGTH, head);
			if (at < 0) {
				throw new IllegalStateException("an answer without a length: " + this);
			}
			return this.length >= head + HEAD_ENDS.length + number(at + LENGTH.length);
		}

		private int find(byte[] wanted, int end) {
			for (var at = 0; at + wanted.length <= end; at++) {
				if (isAt(at, wanted)) {
					return at;
				}
			}
			return -1;
		}

		/** Whatever the case of its letters. */
		private boolean isAt(int at, byte[] wanted) {
			for (var n = 0; n < wanted.length; n++) {
				var letter = this.bytes[at + n];
				if (wanted[n] != ((letter >= 'A' && letter <= 'Z') ? letter + ('a' - 'A') : letter)) {
					return false;
				}
			}
			return true;
		}

		private int number(int at) {
			var number = 0;
			for (; this.bytes[at] != '\r'; at++) {
				number = (this.bytes[at] == ' ') ? number : 10 * number + this.bytes[at] - '0';
			}
			return number;
		}

		@Override
		public String toString() {
			return new String(this.bytes, 0, this.length, StandardCharsets.ISO_8859_1);
		}

	}

}
