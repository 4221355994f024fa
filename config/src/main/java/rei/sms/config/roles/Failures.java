package rei.sms.config.roles;

import java.sql.SQLException;

import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import rei.sms.config.settings.Settings;
import rei.sms.config.settings.WrongSettings;
import rei.sms.jobs.launch.JobBusy;
import rei.sms.jobs.launch.NoSuchRun;

/** Says in a few words why a role ended. */
class Failures implements IExecutionExceptionHandler {

	private final boolean wordy;

	Failures(Settings settings) {
		this.wordy = settings.find("LOG_LEVEL").filter((level) -> level.matches("(?i)debug|trace")).isPresent();
	}

	@Override
	public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
		var err = command.getErr();
		if (failure instanceof WrongSettings wrong) {
			err.println(wrong.getMessage());
			return ExitCode.USAGE;
		}
		if (failure instanceof WontStart || failure instanceof NoSuchRun || failure instanceof JobBusy) {
			err.println(failure.getMessage());
			return ExitCode.SOFTWARE;
		}
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException) {
				err.println("The database does not do what the engine asks: " + cause.getMessage());
				return ExitCode.SOFTWARE;
			}
		}
		var cause = NestedExceptionUtils.getMostSpecificCause(failure);
		err.println("The engine ended with " + cause.getClass().getSimpleName() + ": " + cause.getMessage());
		if (this.wordy) {
			failure.printStackTrace(err);
		}
		else {
			err.println("LOG_LEVEL=debug shows where.");
		}
		return ExitCode.SOFTWARE;
	}

}
