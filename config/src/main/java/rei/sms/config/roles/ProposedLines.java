package rei.sms.config.roles;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import rei.sms.jobs.responder.ProposedReply;

/** A proposed reply as people read it. */
final class ProposedLines {

	private ProposedLines() {
	}

	static List<String> of(ProposedReply reply) {
		var head = Stream.of("", reply.sellerPhone() + "  " + reply.said().replaceAll("\\s+", " "));
		var rest = Stream
			.of(line("plan", reply.plan()), line("template", reply.template()), line("AI", reply.written()),
					line("by", reply.writer()), line("because", reply.reason()))
			.flatMap(List::stream);
		return Stream.concat(head, rest).toList();
	}

	private static List<String> line(String title, @Nullable String text) {
		return (text != null) ? List.of("  %-9s %s".formatted(title, text)) : List.of();
	}

}
