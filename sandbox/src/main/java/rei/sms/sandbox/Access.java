package rei.sms.sandbox;

import rei.sms.sandbox.trial.TrialBases;

/**
 * What a client needs to reach a part of the sandbox.
 */
public sealed interface Access {

	/**
	 * The database.
	 */
	record Database(String jdbcUrl, String username, String password) implements Access {
	}

	/**
	 * Airtable.
	 *
	 * @param url scheme, host and port
	 */
	record Airtable(String url, String token, TrialBases bases) implements Access {
	}

	/**
	 * TextGrid.
	 *
	 * @param url scheme, host and port
	 */
	record TextGrid(String url, String accountSid, String authToken) implements Access {
	}

	/**
	 * A chat-completions endpoint.
	 *
	 * @param url ends in {@code /v1}
	 */
	record Model(String url, String key) implements Access {
	}

}
