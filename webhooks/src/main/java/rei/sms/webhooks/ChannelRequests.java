package rei.sms.webhooks;

import org.springframework.stereotype.Component;

import rei.sms.db.inbox.Request;
import rei.sms.db.optout.OptOutReader;
import rei.sms.db.optout.Request.Help;
import rei.sms.db.optout.Request.None;
import rei.sms.db.optout.Request.Start;
import rei.sms.db.optout.Request.Stop;

/** Reads what a text asks of the channel itself (decisions 16 to 19). */
@Component
class ChannelRequests {

	/** No text message is longer; what is sent beyond it is not read word by word. */
	private static final int LONGEST = 1600;

	private final OptOutReader reader = OptOutReader.load();

	Request read(String body) {
		return switch (this.reader.read(body.substring(0, Math.min(body.length(), LONGEST)))) {
			case Stop stop -> stop.doubtful() ? Request.STOP_DOUBTFUL : Request.STOP;
			case Start _ -> Request.START;
			case Help _ -> Request.HELP;
			case None _ -> Request.NONE;
		};
	}

}
