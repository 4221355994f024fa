package rei.sms.jobs.ai;

import rei.sms.db.model.ModelCall;

/** Hears of every question that was put to an engine. */
@FunctionalInterface
public interface ModelMeter {

	/** Nobody counts. */
	ModelMeter NONE = (call) -> {
	};

	/** Counts a question; must not throw. */
	void count(ModelCall call);

}
