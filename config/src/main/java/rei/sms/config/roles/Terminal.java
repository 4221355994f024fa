package rei.sms.config.roles;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Help.Ansi;

/**
 * Where a role writes. On a terminal the last line can be written anew and words have
 * colours; elsewhere everything is plain and stays.
 */
final class Terminal {

	private static final String ERASE = "\r\u001B[K";

	private final PrintWriter out;

	private final PrintWriter err;

	private final boolean alive;

	private final Ansi ansi;

	private boolean unfinished;

	private Terminal(PrintWriter out, PrintWriter err, boolean alive, Ansi ansi) {
		this.out = out;
		this.err = err;
		this.alive = alive;
		this.ansi = ansi;
	}

	static Terminal of(PrintWriter out, PrintWriter err, Map<String, String> environment) {
		boolean alive = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
				&& !"dumb".equals(environment.get("TERM"));
		boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty() || !alive;
		return new Terminal(out, err, alive && !plain, plain ? Ansi.OFF : Ansi.ON);
	}

	/** A whole line; {@code @|green …|@} colours where there are colours. */
	void line(String markup) {
		this.out.println((this.unfinished ? ERASE : "") + this.ansi.string(markup));
		this.out.flush();
		this.unfinished = false;
	}

	/** A whole line beside the answer. */
	void error(String markup) {
		this.err.println((this.unfinished ? ERASE : "") + this.ansi.string(markup));
		this.err.flush();
		this.unfinished = false;
	}

	/** Whether what is going on can be shown and taken back. */
	boolean isAlive() {
		return this.alive;
	}

	/** What is going on just now; shown only where it can be taken back. */
	void progress(String markup) {
		if (this.alive) {
			this.out.print(ERASE + this.ansi.string(markup));
			this.out.flush();
			this.unfinished = true;
		}
	}

}
