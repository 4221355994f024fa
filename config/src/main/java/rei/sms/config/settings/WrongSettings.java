package rei.sms.config.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Nothing starts: the message lists every setting that is missing or malformed. */
public final class WrongSettings extends RuntimeException {

	private static final long serialVersionUID = 1L;

	WrongSettings(List<Fault> faults) {
		super(faults.stream()
			.map((fault) -> "  " + fault)
			.collect(Collectors.joining("\n", "The engine cannot start, because of its settings:\n",
					"\nThey are described in docs/settings.md; `doctor` checks them and more.")));
	}

}
