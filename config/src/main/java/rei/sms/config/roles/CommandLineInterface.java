package rei.sms.config.roles;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

import rei.sms.config.settings.Settings;
import rei.sms.db.message.PhoneNumber;

/** The first word decides; without one the engine serves. */
@Command(name = "sms-engine", mixinStandardHelpOptions = true, versionProvider = Version.class,
		description = "Texting for small real-estate teams, between TextGrid and Airtable.",
		synopsisSubcommandLabel = "ROLE", commandListHeading = "%nRoles (serve when none is given):%n",
		footer = { "", "Settings come from the environment: see docs/settings.md." })
public final class CommandLineInterface implements Callable<Integer> {

	private final Engine engine;

	private CommandLineInterface(Engine engine) {
		this.engine = engine;
	}

	/**
	 * Takes the role that {@code arguments} name.
	 * @return 0 when all went well, 1 when something failed, 2 when it was called wrongly
	 */
	public static int execute(Class<?> application, Map<String, String> environment, String... arguments) {
		// Until Spring has set up the log, nobody writes to it.
		LoggingSystem.get(application.getClassLoader()).beforeInitialize();
		return of(application, environment).setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
			.execute(arguments);
	}

	/** Why the engine would not understand these arguments, if it would not. */
	public static Optional<String> misunderstood(String... arguments) {
		try {
			of(CommandLineInterface.class, Map.of()).parseArgs(arguments);
			return Optional.empty();
		}
		catch (ParameterException ex) {
			return Optional.of(String.valueOf(ex.getMessage()));
		}
	}

	static CommandLine of(Class<?> application, Map<String, String> environment) {
		return of(new Engine(application, Settings.of(environment)));
	}

	static CommandLine of(Engine engine) {
		return new CommandLine(new CommandLineInterface(engine)).addSubcommand(new ServeCommand(engine))
			.addSubcommand(new WorkerCommand(engine))
			.addSubcommand(RunCommand.of(engine))
			.addSubcommand(new JobsCommand(engine))
			.addSubcommand(new PeopleCommand(engine))
			.addSubcommand(new DoctorCommand(engine))
			.addSubcommand(new PauseCommand(engine))
			.addSubcommand(new ResumeCommand(engine))
			.addSubcommand(new SettingsCommand())
			.addSubcommand(new CompletionCommand())
			.addSubcommand(new CommandLine.HelpCommand())
			.registerConverter(PhoneNumber.class, CommandLineInterface::phone)
			.setParameterExceptionHandler(new Misuse())
			.setExecutionExceptionHandler(new Failures(engine.settings()))
			.setUsageHelpAutoWidth(true)
			.setUsageHelpLongOptionsMaxWidth(30);
	}

	private static PhoneNumber phone(String text) {
		return PhoneNumber.tryParse(text)
			.orElseThrow(() -> new TypeConversionException("'" + text + "' is not a phone number"));
	}

	@Override
	public Integer call() throws InterruptedException {
		return new ServeCommand(this.engine).call();
	}

}
