package rei.sms.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * Shows the stand-ins' phones and tables on one page that keeps itself fresh.
 */
final class SandboxPage {

	private static final String HEAD = """
			<!DOCTYPE html>
			<html lang="en">
			<head>
			<meta charset="utf-8">
			<meta name="viewport" content="width=device-width, initial-scale=1">
			<meta name="color-scheme" content="light dark">
			<title>Sandbox</title>
			<noscript><meta http-equiv="refresh" content="5"></noscript>
			<style>
			:root { --back: #f6f7f9; --card: #fff; --ink: #1c2330; --soft: #667085; --line: #e3e6eb; --ours: #2563eb;
				--theirs: #e9ecf1; }
			@media (prefers-color-scheme: dark) { :root { --back: #0f1319; --card: #181e27; --ink: #e6e9ef;
				--soft: #97a1b3; --line: #2a3240; --ours: #2f66d8; --theirs: #2a3240; } }
			* { box-sizing: border-box; }
			body { margin: 0; background: var(--back); color: var(--ink); font: 15px/1.45 system-ui, sans-serif; }
			main { max-width: 72rem; margin: 0 auto; padding: 1rem; }
			h1 { font-size: 1.3rem; margin: .2rem 0; } h2 { font-size: 1.05rem; margin: 1.6rem 0 .6rem; }
			p { color: var(--soft); margin: 0 0 1rem; }
			.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr)); gap: .6rem; margin: 0; }
			.figures div, details { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
			.figures div { padding: .6rem .8rem; } .figures dd { margin: 0; font-size: 1.5rem; font-weight: 600; }
			.figures dt, small, .status { color: var(--soft); font-size: .8rem; }
			details { margin: .5rem 0; } summary { padding: .6rem .8rem; cursor: pointer; }
			.dialogue { display: flex; flex-direction: column; gap: .35rem; padding: 0 .8rem .8rem; }
			.bubble { max-width: 85%; padding: .45rem .7rem; border-radius: .9rem; overflow-wrap: anywhere;
				white-space: pre-wrap; align-self: flex-end; background: var(--ours); color: #fff; }
			.theirs { align-self: flex-start; background: var(--theirs); color: var(--ink); }
			.status { align-self: flex-end; }
			.scroll { overflow-x: auto; padding: 0 .8rem .8rem; } table { border-collapse: collapse; font-size: .85rem; }
			th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); max-width: 22rem;
				overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
			</style>
			</head>
			<body><main>
			<h1>Sandbox</h1>
			<p>Nothing here is real: no text leaves this machine, and people, houses and phones are invented.</p>
			""";

	private static final String FOOT = """
			</main>
			<script>
			setInterval(async () => {
				if (document.hidden) return;
				try {
					const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
					const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
					if (!answer.ok || !fresh) return;
					const open = new Set([...document.querySelectorAll('details[open]')].map(each => each.id));
					fresh.querySelectorAll('details').forEach(each => { each.open = open.has(each.id); });
					document.querySelector('main').replaceChildren(...fresh.childNodes);
				} catch (failed) { /* the next turn tries again */ }
			}, 4000);
			</script>
			</body></html>
			""";

	private SandboxPage() {
	}

	static String html(JsonNode airtable, JsonNode phones) {
		return HEAD + figures(phones) + section("Phones", phones.path("dialogues"), SandboxPage::dialogue)
				+ section("Tables", airtable.path("tables"), SandboxPage::table) + FOOT;
	}

	private static String figures(JsonNode phones) {
		return "<dl class=\"figures\">" + figure("Texts sent", phones.path("sent"))
				+ figure("Delivered", phones.path("delivered")) + figure("Replies", phones.path("replies"))
				+ figure("Opt-outs", phones.path("optOuts")) + "</dl>";
	}

	private static String figure(String name, JsonNode value) {
		return "<div><dt>" + name + "</dt><dd>" + value.asInt(0) + "</dd></div>";
	}

	private static String section(String title, JsonNode all, Function<JsonNode, String> each) {
		return all.isEmpty() ? ""
				: "<h2>" + title + "</h2>" + all.valueStream().map(each).collect(Collectors.joining());
	}

	private static String dialogue(JsonNode dialogue) {
		JsonNode bubbles = dialogue.path("bubbles");
		String phone = dialogue.path("phone").asString();
		String last = bubbles.path(bubbles.size() - 1).path("body").asString();
		String content = bubbles.valueStream().map(SandboxPage::bubble).collect(Collectors.joining());
		return details("p" + phone, escape(phone) + " <small>" + escape(shorten(last)) + "</small>",
				"<div class=\"dialogue\">" + content + "</div>");
	}

	private static String bubble(JsonNode bubble) {
		boolean theirs = bubble.path("theirs").asBoolean();
		String text = "<div class=\"bubble" + (theirs ? " theirs" : "") + "\">" + escape(bubble.path("body").asString())
				+ "</div>";
		return theirs ? text : text + "<div class=\"status\">" + escape(bubble.path("status").asString()) + "</div>";
	}

	private static String table(JsonNode table) {
		String name = table.path("name").asString();
		List<String> fields = usedFields(table);
		String head = fields.stream().map((field) -> "<th>" + escape(field)).collect(Collectors.joining());
		String rows = table.path("rows")
			.valueStream()
			.map((row) -> "<tr>" + fields.stream()
				.map((field) -> "<td>" + escape(cell(row.path(field))))
				.collect(Collectors.joining()))
			.collect(Collectors.joining());
		return details("t" + table.path("base").asString() + name,
				escape(name) + " <small>" + table.path("count").asInt() + " records</small>",
				"<div class=\"scroll\"><table><tr>" + head + rows + "</table></div>");
	}

	private static List<String> usedFields(JsonNode table) {
		var used = new ArrayList<String>();
		table.path("fields").valueStream().map(JsonNode::asString).forEach((field) -> {
			if (table.path("rows").valueStream().anyMatch((row) -> row.has(field))) {
				used.add(field);
			}
		});
		return used;
	}

	private static String cell(JsonNode cell) {
		if (cell.isArray() && cell.size() > 2) {
			return cell.size() + " linked";
		}
		return cell.isArray() ? cell.valueStream().map((each) -> each.asString("")).collect(Collectors.joining(", "))
				: shorten(cell.asString(""));
	}

	private static String details(String id, String summary, String content) {
		return "<details id=\"" + escape(id) + "\"><summary>" + summary + "</summary>" + content + "</details>";
	}

	private static String shorten(String text) {
		return (text.length() <= 80) ? text : text.substring(0, 79) + "…";
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
