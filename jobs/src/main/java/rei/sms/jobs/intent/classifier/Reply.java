package rei.sms.jobs.intent.classifier;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Stage;

/** What a seller wrote, and which of our texts it answers. */
public record Reply(String text, Context context) {

	/** A reply to a text that went out at the stage; {@code null} when none did. */
	public static Reply after(String text, @Nullable Stage lastOutbound) {
		return new Reply(text, Context.following(lastOutbound));
	}

}
