package rei.sms.jobs.mirror;

import java.util.List;
import java.util.stream.Collectors;

import rei.sms.sandbox.http.RequestLog.Entry;

/**
 * Tells what calls were made for: by table and kind, and how full those that write were.
 */
final class CallKinds {

	private CallKinds() {
	}

	static String of(List<Entry> calls) {
		return calls.stream()
			.collect(Collectors.groupingBy(CallKinds::kind))
			.entrySet()
			.stream()
			.sorted((one, other) -> other.getValue().size() - one.getValue().size())
			.map((kind) -> told(kind.getKey(), kind.getValue()))
			.collect(Collectors.joining("; "));
	}

	private static String kind(Entry call) {
		var path = call.path().replaceAll("\\?.*", "").replaceAll("/v0/app[A-Za-z]+/", "");
		return call.method() + " " + path;
	}

	private static String told(String kind, List<Entry> calls) {
		var rows = calls.stream().mapToInt(Entry::records).sum();
		var full = calls.stream().filter((call) -> call.records() == 10).count();
		return kind.startsWith("PATCH")
				? "%s %d calls, %d rows, %d calls full".formatted(kind, calls.size(), rows, full)
				: "%s %d".formatted(kind, calls.size());
	}

}
