package rei.sms.ops;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import rei.sms.ops.runs.JobControl;

/** Jobs that only note what was asked of them; execution 3 runs, 4 failed. */
class TestJobs implements JobControl {

	final List<String> asked = new ArrayList<>();

	@Override
	public Collection<String> names() {
		return List.of("autolinker", "retry");
	}

	@Override
	public Answer launch(String job) {
		this.asked.add("launch " + job);
		return names().contains(job) ? new Answer.Begun(3) : new Answer.Refused();
	}

	@Override
	public Answer restart(long id) {
		this.asked.add("restart " + id);
		return (id == 4) ? new Answer.Begun(5) : new Answer.Busy();
	}

	@Override
	public boolean stop(long id) {
		this.asked.add("stop " + id);
		return id == 3;
	}

}
