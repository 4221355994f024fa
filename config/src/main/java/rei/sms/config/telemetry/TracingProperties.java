package rei.sms.config.telemetry;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where journeys are told, in the names that OpenTelemetry gives them.
 *
 * @param endpoint the collector's base address
 * @param headers sent along, {@code name=value} with commas between; may hold a token
 * @param service what the engine is called there
 * @param interval between two looks
 */
@ConfigurationProperties("tracing")
record TracingProperties(@DefaultValue("http://localhost:4318") String endpoint, @DefaultValue("") String headers,
		@DefaultValue("rei-sms-engine") String service, @DefaultValue("5s") Duration interval) {

	/** The address that takes traces. */
	URI address() {
		return URI.create(this.endpoint.replaceFirst("/+$", "") + "/v1/traces");
	}

	/** The headers by name. */
	Map<String, String> headersByName() {
		return Stream.of(this.headers.split(","))
			.filter((header) -> header.contains("="))
			.collect(Collectors.toMap((header) -> header.substring(0, header.indexOf('=')).strip(),
					(header) -> header.substring(header.indexOf('=') + 1).strip(), (_, last) -> last));
	}

	@Override
	public String toString() {
		return "TracingProperties[" + this.endpoint + "]";
	}

}
