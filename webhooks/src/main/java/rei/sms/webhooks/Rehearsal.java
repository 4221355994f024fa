package rei.sms.webhooks;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import rei.sms.db.message.MessageSid;

/**
 * Tells what this process only rehearses from what somebody sent, and takes it back: the
 * way is the same, but the transaction.
 */
@Component
class Rehearsal {

	/** Nobody else knows it: who could guess it could have his messages thrown away. */
	private final String mark = "rehearsal-" + UUID.randomUUID() + "-";

	private final TransactionOperations transactions;

	Rehearsal(TransactionOperations transactions) {
		this.transactions = transactions;
	}

	/** The SID of a message that will not be kept. */
	String sid(int number) {
		return this.mark + number;
	}

	/** Commits as {@code commit} does, but keeps nothing of what is rehearsed. */
	<T, R> Function<List<T>, List<R>> apart(Function<T, MessageSid> sid, Function<List<T>, List<R>> commit) {
		return (items) -> items.stream().noneMatch((item) -> isRehearsed(sid.apply(item))) ? commit.apply(items)
				: eachItsWay(items, sid, commit);
	}

	private <T, R> List<R> eachItsWay(List<T> items, Function<T, MessageSid> sid, Function<List<T>, List<R>> commit) {
		var rehearsed = takenBack(items.stream().filter((item) -> isRehearsed(sid.apply(item))).toList(), commit)
			.iterator();
		var sent = items.stream().filter((item) -> !isRehearsed(sid.apply(item))).toList();
		var kept = (sent.isEmpty() ? List.<R>of() : commit.apply(sent)).iterator();
		return items.stream().map((item) -> (isRehearsed(sid.apply(item)) ? rehearsed : kept).next()).toList();
	}

	private <T, R> List<R> takenBack(List<T> items, Function<List<T>, List<R>> commit) {
		var results = this.transactions.execute((status) -> {
			status.setRollbackOnly();
			return commit.apply(items);
		});
		if (results == null) {
			throw new IllegalStateException("no result");
		}
		return results;
	}

	private boolean isRehearsed(MessageSid sid) {
		return sid.value().startsWith(this.mark);
	}

}
