package rei.sms.sandbox.sellers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

import rei.sms.sandbox.textgrid.Inbound;
import rei.sms.sandbox.textgrid.Planned;
import rei.sms.sandbox.textgrid.Text;
import rei.sms.sandbox.textgrid.TextGridStandIn;

/**
 * Answers the texts that reach the stand-in's phones, after a while, by what they were
 * about.
 */
public final class Sellers {

	/**
	 * Of twelve first answers one is STOP, one a wrong number, one asks who we are, one
	 * stops in its own words.
	 */
	private static final int CYCLE = 12;

	private static final double GOES_ON = 0.75;

	private static final double STAYS_POSITIVE = 0.7;

	private final TextGridStandIn textgrid;

	private final SellerOptions options;

	private final AtomicInteger firstAnswers = new AtomicInteger();

	Sellers(TextGridStandIn textgrid, SellerOptions options) {
		this.textgrid = textgrid;
		this.options = options;
	}

	/**
	 * Lets every phone behind the stand-in belong to a seller.
	 */
	public static void move(TextGridStandIn textgrid, SellerOptions options) {
		textgrid.onDelivered(new Sellers(textgrid, options)::read);
	}

	private void read(Text text) {
		List<String> said = this.textgrid.inboundsFrom(text.to()).stream().map(Inbound::body).toList();
		RandomGenerator random = random(text.to(), said.size());
		answer(text.to(), text.body(), said).ifPresent((reply) -> this.textgrid.receiveLater(
				new Planned(Instant.now().plus(delay(random)), text.to(), text.from(), reply.text(), reply.optOut())));
	}

	/** What the seller writes back who said all this before; nothing, if silent. */
	Optional<Reply> answer(String phone, String text, List<String> said) {
		RandomGenerator random = random(phone, said.size());
		double share = said.isEmpty() ? this.options.replyShare() : GOES_ON;
		if (isDone(said) || random.nextDouble() >= share) {
			return Optional.empty();
		}
		return Optional.of(Replies.all().draw(random, fitting(random, Context.of(text), said.isEmpty())));
	}

	private RandomGenerator random(String phone, int turn) {
		return new SplittableRandom(Objects.hash(this.options.seed(), phone, turn));
	}

	/** Who stopped, is a wrong number or has said enough is silent from then on. */
	private boolean isDone(List<String> said) {
		return said.size() >= this.options.turns() || said.stream().anyMatch(Replies.all()::isFinal);
	}

	private Predicate<Reply> fitting(RandomGenerator random, Context context, boolean first) {
		boolean positive = !first && random.nextDouble() < STAYS_POSITIVE;
		return switch (first ? this.firstAnswers.getAndIncrement() % CYCLE : CYCLE) {
			case 1 -> (reply) -> reply.text().equals("STOP");
			case 4 -> (reply) -> reply.isWrongNumber() && !reply.optOut();
			case 7 -> (reply) -> reply.aiIntent().equals("who_is_this");
			case 10 -> Reply::optOut;
			default -> (reply) -> reply.context().equals(context.key()) && !reply.optOut()
					&& (reply.isPositive() || !positive);
		};
	}

	private Duration delay(RandomGenerator random) {
		long least = this.options.soonest().toMillis();
		long most = this.options.latest().toMillis();
		return Duration.ofMillis(least + (long) (random.nextDouble() * (most - least)));
	}

}
