package rei.sms.config.roles;

import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in two lines what was wrong with a call, and what it may have meant. */
class Misuse implements IParameterExceptionHandler {

	@Override
	public int handleParseException(ParameterException wrong, String[] arguments) {
		var command = wrong.getCommandLine();
		var err = command.getErr();
		err.println(wrong.getMessage());
		UnmatchedArgumentException.printSuggestions(wrong, err);
		err.println("'" + command.getCommandSpec().qualifiedName() + " --help' explains it.");
		return ExitCode.USAGE;
	}

}
