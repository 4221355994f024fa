import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Milliseconds of processor time, which other work on the machine hardly touches.
 *
 * @param engine of the engine's process
 * @param postgres of the server and all its processes; 0 when it is not ours
 * @param driver of this process and of the pgbenchs that it ran
 */
record Cpu(double engine, double postgres, double driver) {

	private static final double MILLISECONDS_A_TICK = 10;

	/** Where the fields begin that tell of time, counted from the process's state. */
	private static final int OWN_TIME = 11;

	static Cpu now(long engine, long postmaster) throws IOException {
		return new Cpu(own(engine), (postmaster > 0) ? ofAll(postmaster) : 0, ended(ProcessHandle.current().pid()));
	}

	/** For each thousand. */
	Cpu until(Cpu later, long count) {
		var thousands = Math.max(1, count) / 1000.0;
		return new Cpu((later.engine - this.engine) / thousands, (later.postgres - this.postgres) / thousands,
				(later.driver - this.driver) / thousands);
	}

	double sum() {
		return this.engine + this.postgres + this.driver;
	}

	private static double ofAll(long postmaster) throws IOException {
		var sum = ended(postmaster);
		for (var child : Files.readString(Path.of("/proc/%1$d/task/%1$d/children".formatted(postmaster))).strip().split(" ")) {
			sum += own(Long.parseLong(child));
		}
		return sum;
	}

	private static double own(long process) {
		return time(process, 2);
	}

	/** With the time of its children that have ended. */
	private static double ended(long process) {
		return time(process, 4);
	}

	private static double time(long process, int fields) {
		try {
			var stat = Files.readString(Path.of("/proc/" + process + "/stat"));
			var words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			var ticks = 0L;
			for (var field = OWN_TIME; field < OWN_TIME + fields; field++) {
				ticks += Long.parseLong(words[field]);
			}
			return ticks * MILLISECONDS_A_TICK;
		}
		catch (IOException ex) {
			return 0;
		}
	}

}
