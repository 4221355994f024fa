package rei.sms.config.telemetry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import rei.sms.db.journey.Leg;

/**
 * Legs as OpenTelemetry spans in OTLP's JSON. A journey's id is its trace's, so a
 * conversation's id finds its trace, and a leg that is told twice is the same span.
 */
final class Spans {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final int INTERNAL = 1;

	private static final int SERVER = 2;

	private static final int CLIENT = 3;

	private static final int ERROR = 2;

	private Spans() {
	}

	static String json(List<Leg> legs, String service) {
		var spans = legs.stream().map(Spans::span).toList();
		return MAPPER.writeValueAsString(Map.of("resourceSpans",
				List.of(Map.of("resource", Map.of("attributes", List.of(attribute("service.name", service))),
						"scopeSpans", List.of(Map.of("scope", Map.of("name", "rei.sms"), "spans", spans))))));
	}

	private static Map<String, Object> span(Leg leg) {
		var span = new LinkedHashMap<String, Object>();
		span.put("traceId", leg.journey().toString().replace("-", ""));
		span.put("spanId", leg.isFirst() ? first(leg.journey())
				: id(leg.journey() + " " + leg.message() + " " + leg.name() + " " + leg.begun()));
		if (!leg.isFirst()) {
			span.put("parentSpanId", first(leg.journey()));
		}
		span.put("name", leg.name());
		span.put("kind", kind(leg));
		span.put("startTimeUnixNano", nanos(leg.begun()));
		span.put("endTimeUnixNano", nanos(leg.ended()));
		var attributes = new LinkedHashMap<>(leg.facts());
		attributes.put("conversation_id", leg.message().toString());
		span.put("attributes",
				attributes.entrySet()
					.stream()
					.map((fact) -> attribute("sms." + fact.getKey(), fact.getValue()))
					.toList());
		if (leg.isFailed()) {
			span.put("status", Map.of("code", ERROR));
		}
		return span;
	}

	private static int kind(Leg leg) {
		if (leg.name().equals(Leg.INBOUND) || leg.name().startsWith("receipt")) {
			return SERVER;
		}
		return leg.name().equals("call provider") ? CLIENT : INTERNAL;
	}

	private static Map<String, Object> attribute(String key, String value) {
		return Map.of("key", key, "value", Map.of("stringValue", value));
	}

	private static String first(UUID journey) {
		return id(journey + " first");
	}

	private static String id(String text) {
		try {
			var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(Arrays.copyOf(hash, Long.BYTES));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String nanos(Instant time) {
		return String.valueOf(time.getEpochSecond() * 1_000_000_000L + time.getNano());
	}

}
