package rei.sms.config.roles;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;

import rei.sms.config.settings.Role;

/** Answers HTTP until it is told to end. */
@Command(name = "serve", mixinStandardHelpOptions = true,
		description = "Answer HTTP: webhooks, job and cron triggers, health, ops pages. "
				+ "With WORKER_ENABLED=true the worker loop runs in the same process.")
class ServeCommand implements Callable<Integer> {

	private final Engine engine;

	ServeCommand(Engine engine) {
		this.engine = engine;
	}

	@Override
	public Integer call() throws InterruptedException {
		Ending.of(this.engine.start(Role.SERVE)).await();
		return 0;
	}

}
