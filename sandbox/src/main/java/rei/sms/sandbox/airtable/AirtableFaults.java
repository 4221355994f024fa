package rei.sms.sandbox.airtable;

import java.time.Duration;

import rei.sms.sandbox.http.Answer;
import rei.sms.sandbox.http.Fault;

/**
 * Airtable's own ways to fail.
 */
public final class AirtableFaults {

	private AirtableFaults() {
	}

	/** 429, the whole base has to rest. */
	public static Fault rateLimit() {
		return new Fault.Instead(ApiError.rateLimit().answer());
	}

	/** 429, the plan's calls of the month are spent. */
	public static Fault billingLimit() {
		return new Fault.Instead(ApiError.billingLimit().answer());
	}

	/** 500 with nothing applied. */
	public static Fault serverError() {
		return new Fault.Instead(ApiError.of(500, "SERVER_ERROR", "Try again").answer());
	}

	/** 502 with an HTML body. */
	public static Fault badGateway() {
		return new Fault.Instead(Answer.html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>"));
	}

	/** 502 with an HTML body although everything was applied. */
	public static Fault badGatewayAfterApplying() {
		return new Fault.AppliedBut(Answer.html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>"));
	}

	/** 503 with {@code Retry-After}. */
	public static Fault unavailable(Duration retryAfter) {
		return new Fault.Instead(ApiError.of(503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable")
			.answer()
			.with("Retry-After", String.valueOf(retryAfter.toSeconds())));
	}

	/** 422, a value that its field does not take. */
	public static Fault invalidValue() {
		return new Fault.Instead(
				ApiError.of(422, "INVALID_VALUE_FOR_COLUMN", "Field \"Message\" cannot accept the provided value")
					.answer());
	}

	/** 422, the offset of a listing is forgotten. */
	public static Fault cursorExpired() {
		return new Fault.Instead(
				ApiError.of(422, "LIST_RECORDS_ITERATOR_NOT_AVAILABLE", "The iterator is not available").answer());
	}

	/** 401, as if the token had been revoked. */
	public static Fault unauthorized() {
		return new Fault.Instead(ApiError.unauthorized().answer());
	}

	/** 403, as if the base were gone. */
	public static Fault forbidden() {
		return new Fault.Instead(ApiError.forbidden().answer());
	}

}
