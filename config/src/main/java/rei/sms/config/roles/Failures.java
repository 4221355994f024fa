package rei.sms.config.roles;

import java.sql.SQLException;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import rei.sms.config.settings.WrongSettings;

/** Says in a few words why a role ended. */
class Failures implements IExecutionExceptionHandler {

	@Override
	public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
		var err = command.getErr();
		if (failure instanceof WrongSettings wrong) {
			err.println(wrong.getMessage());
			return ExitCode.USAGE;
		}
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException) {
				err.println("The database does not do what the engine asks: " + cause.getMessage());
				return ExitCode.SOFTWARE;
			}
		}
		failure.printStackTrace(err);
		return ExitCode.SOFTWARE;
	}

}
