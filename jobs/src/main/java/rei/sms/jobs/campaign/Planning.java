package rei.sms.jobs.campaign;

import java.time.Instant;

/** What one run plans: from when on, which campaigns, along which timetable. */
class Planning {

	private final Instant now;

	private final Timetable timetable;

	private final Agenda agenda;

	Planning(Instant now, Timetable timetable, Agenda agenda) {
		this.now = now;
		this.timetable = timetable;
		this.agenda = agenda;
	}

	Instant now() {
		return this.now;
	}

	Timetable timetable() {
		return this.timetable;
	}

	Agenda agenda() {
		return this.agenda;
	}

}
