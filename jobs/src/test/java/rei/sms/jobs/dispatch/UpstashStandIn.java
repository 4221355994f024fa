package rei.sms.jobs.dispatch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import rei.sms.sandbox.http.Answer;
import rei.sms.sandbox.http.Faults;
import rei.sms.sandbox.http.Request;
import rei.sms.sandbox.http.ServerOptions;
import rei.sms.sandbox.http.StandInServer;

/**
 * A Redis behind Upstash's REST API that knows one script and does to its hashes what
 * that says; whatever else it is asked it refuses.
 */
final class UpstashStandIn implements AutoCloseable {

	static final String TOKEN = "upstash-token";

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Map<String, TreeMap<Long, Integer>> hashes = new HashMap<>();

	private final StandInServer server = StandInServer.start(ServerOptions.DEFAULT, Clock.systemUTC(), this::answer);

	String url() {
		return this.server.url();
	}

	Faults faults() {
		return this.server.faults();
	}

	synchronized void flush() {
		this.hashes.clear();
	}

	/** Segments that some program sent. */
	synchronized void sent(String scope, long second, int segments) {
		this.hashes.computeIfAbsent("{sms}:rate:" + scope, (key) -> new TreeMap<>())
			.merge(second, segments, Integer::sum);
	}

	synchronized int total(String scope) {
		return this.hashes.getOrDefault("{sms}:rate:" + scope, new TreeMap<>())
			.values()
			.stream()
			.mapToInt(Integer::intValue)
			.sum();
	}

	@Override
	public void close() {
		this.server.close();
	}

	private synchronized Answer answer(Request request) {
		if (!("Bearer " + TOKEN).equals(request.header("authorization"))) {
			return error(401, "WRONGPASS invalid or missing auth token");
		}
		if (!request.method().equals("POST") || !request.rawPath().equals("/")) {
			return error(404, "Unknown route");
		}
		var command = JSON.readTree(request.body());
		if (!command.isArray() || command.size() < 4 || !command.get(0).asString().equals("EVAL")) {
			return error(400, "ERR Command is not supported");
		}
		if (!command.get(1).asString().equals(SharedRates.script())) {
			return error(400, "ERR unknown script");
		}
		int keys = Integer.parseInt(command.get(2).asString());
		var words = command.valueStream().skip(3).map(JsonNode::asString).toList();
		var result = reserve(words.subList(0, keys), words.subList(keys, words.size()));
		return Answer.json(200, JSON.createObjectNode().set("result", JSON.valueToTree(result)));
	}

	private List<Long> reserve(List<String> keys, List<String> arguments) {
		long now = Long.parseLong(arguments.get(0));
		long minute = Long.parseLong(arguments.get(1));
		keys.forEach((
				key) -> this.hashes.computeIfAbsent(key, (all) -> new TreeMap<>()).headMap(now - minute, true).clear());
		var answer = new ArrayList<Long>();
		for (int index = 4; index < arguments.size(); index += 2) {
			var all = this.hashes.get(keys.getFirst());
			var one = this.hashes.get(keys.get(Integer.parseInt(arguments.get(index)) - 1));
			int segments = Integer.parseInt(arguments.get(index + 1));
			long at = Math.max(room(all, segments, Integer.parseInt(arguments.get(2)), now, minute),
					room(one, segments, Integer.parseInt(arguments.get(3)), now, minute));
			if (at == 0) {
				all.merge(now, segments, Integer::sum);
				one.merge(now, segments, Integer::sum);
			}
			answer.add(at);
		}
		return answer;
	}

	private static long room(TreeMap<Long, Integer> hash, int segments, int limit, long now, long minute) {
		int over = hash.values().stream().mapToInt(Integer::intValue).sum() + segments - limit;
		if (over <= 0) {
			return 0;
		}
		for (var second : hash.entrySet()) {
			over -= second.getValue();
			if (over <= 0) {
				return second.getKey() + minute;
			}
		}
		return now + minute;
	}

	private static Answer error(int status, String words) {
		return Answer.json(status, JSON.createObjectNode().put("error", words));
	}

}
