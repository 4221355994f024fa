package rei.sms.sandbox.textgrid;

import java.util.List;
import java.util.function.Consumer;

import rei.sms.sandbox.http.Answer;
import rei.sms.sandbox.http.Json;
import rei.sms.sandbox.http.Request;
import rei.sms.sandbox.http.StandIn;
import rei.sms.sandbox.http.StandInServer;
import tools.jackson.databind.JsonNode;

/**
 * TextGrid over HTTP on this machine, with phones behind it that a test can make
 * unreachable or let write.
 */
public final class TextGridStandIn extends StandIn {

	private final TextGridOptions options;

	private final Messages messages = new Messages();

	private final Poster poster;

	private final Transit transit;

	private final Phones phones;

	private final Submission submission;

	private final TextGridRoutes routes;

	private final StandInServer server;

	private TextGridStandIn(TextGridOptions options) {
		this.options = options;
		this.poster = new Poster(options.webhookSecret());
		this.transit = new Transit(options, this.messages, this.poster);
		this.phones = new Phones(options, this.messages, this.poster);
		this.submission = new Submission(options, this.messages, this.transit);
		this.routes = new TextGridRoutes(options, this.messages, this.submission);
		this.server = StandInServer.start(options.server(), options.clock(), this.routes::answer, this::control);
	}

	/**
	 * Starts with nothing sent.
	 */
	public static TextGridStandIn start(TextGridOptions options) {
		return new TextGridStandIn(options);
	}

	public String accountSid() {
		return this.options.accountSid();
	}

	public String authToken() {
		return this.options.authToken();
	}

	/**
	 * Adds a number to the account.
	 */
	public void own(String number) {
		this.submission.numbers().add(number);
	}

	/**
	 * Decides what becomes of texts to a phone from now on.
	 */
	public void phone(String phone, Outcome outcome) {
		this.submission.phones().put(phone, outcome);
	}

	/**
	 * All texts taken so far, oldest first.
	 */
	public List<Text> texts() {
		return this.messages.texts();
	}

	/**
	 * The texts to one phone, oldest first.
	 */
	public List<Text> textsTo(String phone) {
		return this.messages.textsTo(phone);
	}

	/**
	 * How many texts repeat an earlier one: same pair, same words.
	 */
	public int duplicates() {
		return this.messages.duplicates();
	}

	/**
	 * What phones wrote, oldest first.
	 */
	public List<Inbound> inbounds() {
		return this.messages.inbounds();
	}

	/**
	 * What one phone wrote, oldest first.
	 */
	public List<Inbound> inboundsFrom(String phone) {
		return this.messages.inboundsFrom(phone);
	}

	/**
	 * Every status callback that was answered, or met nobody, oldest first.
	 */
	public List<Callback> callbacks() {
		return this.transit.callbacks();
	}

	/**
	 * Whether the phone stopped the number here, at the provider.
	 */
	public boolean isBlocked(String number, String phone) {
		return this.messages.isBlocked(new Messages.Pair(number, phone));
	}

	/**
	 * Is told of each text when it reached its phone.
	 */
	public void onDelivered(Consumer<Text> listener) {
		this.transit.onDelivered(listener);
	}

	/**
	 * Where inbound texts are posted, its token included; what nobody has taken yet is
	 * posted at once.
	 */
	public void inboundUrl(String url) {
		this.phones.inboundUrl(url);
	}

	/**
	 * A phone writes to one of the account's numbers.
	 */
	public Inbound receive(String phone, String number, String body, String... media) {
		return this.phones.receive(phone, number, body, List.of(media), false);
	}

	/**
	 * A phone will write; a restart does not forget it.
	 */
	public void receiveLater(Planned text) {
		this.phones.receiveLater(text);
	}

	/**
	 * Posts an inbound text again under the same SID.
	 */
	public void repeat(Inbound inbound) {
		this.phones.post(inbound);
	}

	/**
	 * Everything sent, received and planned.
	 */
	public JsonNode save() {
		return Json.tree(this.messages.save());
	}

	/**
	 * Tells each change from now on, before anybody hears of it.
	 */
	public void onChange(Consumer<JsonNode> journal) {
		this.messages.journal(journal);
	}

	/**
	 * Goes on from what was saved, and from the changes told after that.
	 */
	public void restore(JsonNode saved, List<JsonNode> changes) {
		if (saved.isObject()) {
			this.messages.restore(Json.as(Messages.Saved.class, saved));
		}
		changes.forEach(this.messages::apply);
		this.transit.resume(this.messages.save());
		this.phones.resume(this.messages.save());
	}

	/**
	 * Counts and the latest threads, for a page.
	 */
	public TextGridView view() {
		return TextGridView.of(texts(), inbounds());
	}

	@Override
	protected StandInServer server() {
		return this.server;
	}

	@Override
	public void close() {
		super.close();
		this.poster.close();
	}

	/**
	 * What another process of the sandbox asks, which no client of the real TextGrid can.
	 */
	private Answer control(Request request) {
		if (!this.routes.isAuthorized(request.header("authorization"))) {
			return new TextGridError(401, 20003, "Authenticate").answer();
		}
		return switch (request.method() + " " + request.rawPath()) {
			case "GET /-/view" -> Answer.json(200, Json.tree(view()));
			case "PUT /-/inbound-url" -> {
				inboundUrl(request.body());
				yield Answer.json(200, Json.object());
			}
			default -> new TextGridError(404, 20404, "Not found").answer();
		};
	}

}
