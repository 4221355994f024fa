package rei.sms.jobs.textgrid;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.MessageSid;
import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.http.Departure;
import rei.sms.jobs.http.JsonHttp;
import rei.sms.jobs.http.Outcome;
import rei.sms.jobs.http.Rejected;
import rei.sms.jobs.http.Unavailable;
import rei.sms.jobs.http.VendorError;
import rei.sms.jobs.textgrid.SendResult.NotSent;
import rei.sms.jobs.textgrid.SendResult.Refused;
import rei.sms.jobs.textgrid.SendResult.Taken;
import rei.sms.jobs.textgrid.SendResult.Unknown;

/** Hands texts to the provider and asks it about them; a text is handed over once. */
@Component
public final class TextGridClient {

	private final TextGridProperties properties;

	private final JsonHttp http;

	public TextGridClient(TextGridProperties properties) {
		this.properties = properties;
		this.http = new JsonHttp(properties.timeouts());
	}

	/**
	 * Sends one text.
	 * @param fence asked before the last byte of the request is written: the provider has
	 * nothing unless it answers {@code true}
	 */
	public SendResult send(SendRequest text, BooleanSupplier fence) {
		try {
			return result(this.http.exchange(sending(text), Departure.unless(fence)));
		}
		catch (Rejected ex) {
			return refused(ex);
		}
		catch (Unavailable ex) {
			return unavailable(ex);
		}
	}

	/**
	 * The message that the provider has under {@code sid}.
	 * @throws Unavailable while the provider cannot tell
	 */
	public Optional<ProviderMessage> lookUp(MessageSid sid) {
		var url = account().addPathSegment("Messages").addEncodedPathSegment(encoded(sid.value()) + ".json").build();
		try {
			return MessageReader.message(this.http.exchange(request(url).build(), Departure.AT_ONCE));
		}
		catch (Rejected ex) {
			if (ex.status() == 404) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	/**
	 * The messages of this pair that the provider admits to since then; it may know more.
	 * @throws Unavailable while the provider cannot tell
	 */
	public List<ProviderMessage> find(PhoneNumber to, PhoneNumber from, Instant since) {
		var url = messages().addQueryParameter("To", to.e164())
			.addQueryParameter("From", from.e164())
			.addQueryParameter("PageSize", "100")
			.build();
		return this.http.exchange(request(url).build(), Departure.AT_ONCE)
			.path("messages")
			.valueStream()
			.flatMap((document) -> MessageReader.message(document).stream())
			.filter((message) -> !message.created().orElse(since).isBefore(since.minus(Duration.ofMinutes(1))))
			.toList();
	}

	private Request sending(SendRequest text) {
		var form = new FormBody.Builder().add("To", text.to().e164())
			.add("From", text.from().e164())
			.add("Body", text.body());
		callback(text.conversation()).ifPresent((url) -> form.add("StatusCallback", url.toString()));
		text.validity().ifPresent((validity) -> form.add("ValidityPeriod", String.valueOf(validity.toSeconds())));
		return request(messages().build()).post(form.build()).build();
	}

	private Optional<HttpUrl> callback(UUID conversation) {
		if (this.properties.publicUrl().isBlank()) {
			return Optional.empty();
		}
		return Optional.of(HttpUrl.get(this.properties.publicUrl())
			.newBuilder()
			.addPathSegment("delivery")
			.addQueryParameter("token", this.properties.webhookToken())
			.addQueryParameter("ref", conversation.toString())
			.build());
	}

	private HttpUrl.Builder messages() {
		return account().addPathSegment("Messages.json");
	}

	private HttpUrl.Builder account() {
		return HttpUrl.get(this.properties.apiUrl())
			.newBuilder()
			.addPathSegments("2010-04-01/Accounts")
			.addEncodedPathSegment(encoded(this.properties.accountSid()));
	}

	/** Base64 in a path: not one of its characters may be left to a server's taste. */
	private static String encoded(String id) {
		return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private Request.Builder request(HttpUrl url) {
		return new Request.Builder().url(url).header("Authorization", this.properties.authorization());
	}

	private static SendResult result(JsonNode answer) {
		var status = MessageReader.text(answer, "status").flatMap(MessageReader::status).orElse(DeliveryStatus.QUEUED);
		var code = MessageReader.errorCode(answer);
		if (code.isPresent() || (status.isTerminal() && status != DeliveryStatus.DELIVERED)) {
			return new Refused(code.orElse(status.label()),
					MessageReader.text(answer, "error_message", "errorMessage", "message").orElse(""));
		}
		return MessageReader.sid(answer)
			.<SendResult>map((sid) -> new Taken(sid, status))
			.orElseGet(() -> withoutSid(VendorError.read(answer)));
	}

	/** Some servers say 200 to whatever they refuse. */
	private static SendResult withoutSid(VendorError error) {
		return error.type().matches("\\d{4,6}") ? new Refused(error.type(), error.message())
				: new Unknown("an answer without a SID");
	}

	/**
	 * The provider's own 500 and 503 mean that it did not take the text; what a proxy
	 * before it says proves nothing.
	 */
	private static SendResult unavailable(Unavailable ex) {
		if (ex.status() == 500 || ex.status() == 503) {
			return new Refused(String.valueOf(ex.status()), ex.error().message());
		}
		return (ex.outcome() == Outcome.UNKNOWN) ? new Unknown(reason(ex)) : new NotSent(reason(ex), ex.retryAfter());
	}

	private static Refused refused(Rejected ex) {
		var code = ex.error().type();
		return new Refused(code.isEmpty() ? String.valueOf(ex.status()) : code, ex.error().message());
	}

	private static String reason(Unavailable ex) {
		return String.valueOf(ex.getMessage());
	}

}
