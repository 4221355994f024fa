package rei.sms.sandbox.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} tells of a server: its process and its port.
 */
record PostmasterFile(Path file, long pid, int port) {

	private static final int PID_LINE = 0;

	private static final int PORT_LINE = 3;

	/** The file of this cluster, when there is a whole one. */
	static Optional<PostmasterFile> read(Path cluster) throws IOException {
		Path file = cluster.resolve("postmaster.pid");
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		List<String> lines = Files.readAllLines(file);
		return (lines.size() > PORT_LINE) ? Optional.of(new PostmasterFile(file,
				Long.parseLong(lines.get(PID_LINE).strip()), Integer.parseInt(lines.get(PORT_LINE).strip())))
				: Optional.empty();
	}

	/** Whether the server lives; after a kill of this process it may well do. */
	boolean isAlive() {
		return process().isPresent() && isListening();
	}

	/** The server's process; a number that something else has by now is not it. */
	Optional<ProcessHandle> process() {
		return ProcessHandle.of(this.pid)
			.filter(ProcessHandle::isAlive)
			.filter((process) -> process.info().command().map((command) -> command.contains("postgres")).orElse(true));
	}

	private boolean isListening() {
		try (var socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), this.port), 1000);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
