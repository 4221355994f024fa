package rei.sms.config.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** Posts sellers' texts to the engine as the provider does. */
final class Seller {

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI inbound;

	Seller(String inboundUrl) {
		this.inbound = URI.create(inboundUrl);
	}

	/** Posts one text and answers the status that acknowledged it. */
	int says(String phone, String body) {
		var form = "MessageSid=SM" + UUID.randomUUID() + "&From=" + encoded(phone) + "&To=" + encoded(Cast.OURS)
				+ "&Body=" + encoded(body);
		var request = HttpRequest.newBuilder(this.inbound)
			.timeout(Duration.ofSeconds(30))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form))
			.build();
		try {
			return this.http.send(request, BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
