package rei.sms.config.roles;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;

import rei.sms.config.settings.Role;

/** Runs what is due until it is told to end. */
@Command(name = "worker", mixinStandardHelpOptions = true,
		description = "Run what is due, every WORKER_INTERVAL_SEC and at once when something lands.")
class WorkerCommand implements Callable<Integer> {

	private final Engine engine;

	WorkerCommand(Engine engine) {
		this.engine = engine;
	}

	@Override
	public Integer call() throws InterruptedException {
		Ending.of(this.engine.start(Role.WORKER)).await();
		return 0;
	}

}
