package rei.sms.jobs.mirror;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Hands out the records of a listing, of which only one page is held at a time. */
class PulledPages implements ItemStreamReader<Pulled>, StepExecutionListener {

	private final Listings listings;

	private final PulledTable table;

	private final Deque<Pulled> ahead = new ArrayDeque<>();

	private Optional<Listing> listing = Optional.empty();

	private boolean wanted = true;

	PulledPages(Listings listings, PulledTable table) {
		this.listings = listings;
		this.table = table;
	}

	@Override
	public void beforeStep(StepExecution step) {
		var everything = !"later".equals(step.getJobParameters().getString("mirror"));
		this.wanted = everything || this.listings.isDue(this.table);
	}

	@Override
	public void open(ExecutionContext context) {
		this.ahead.clear();
		this.listing = this.wanted ? this.listings.begin(this.table, context) : Optional.empty();
	}

	@Override
	public @Nullable Pulled read() {
		while (this.ahead.isEmpty() && this.listing.filter(Listing::hasMore).isPresent()) {
			this.ahead.addAll(this.listings.next(this.listing.get()));
		}
		return this.ahead.poll();
	}

	/** Has the next listing begin where this one began. */
	void listAgain() {
		this.listing.ifPresent(Listing::leaveOpen);
	}

	@Override
	public void update(ExecutionContext context) {
		this.listing.ifPresent((listing) -> listing.keepPlace(context, this.ahead.isEmpty()));
	}

	@Override
	public ExitStatus afterStep(StepExecution step) {
		if (step.getStatus() == BatchStatus.COMPLETED) {
			this.listing.ifPresent(this.listings::end);
			if (this.wanted) {
				var again = this.listing.filter(Listing::isLeftOpen).isPresent();
				this.listings.looked(this.table, again || step.getWriteCount() > 0);
			}
		}
		return step.getExitStatus();
	}

}
