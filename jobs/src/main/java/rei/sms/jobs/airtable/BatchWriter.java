package rei.sms.jobs.airtable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

import org.springframework.stereotype.Component;

/**
 * Writes any number of rows of one table, ten a call and a few calls at once, so that one
 * bad row costs its neighbours nothing. Writing the same rows again is safe.
 */
@Component
public final class BatchWriter {

	private static final int AT_ONCE = 5;

	private final AirtableClient client;

	private final Schemas schemas;

	BatchWriter(AirtableClient client, Schemas schemas) {
		this.client = client;
		this.schemas = schemas;
	}

	/**
	 * Writes rows; a row whose record is not known holds a value in {@code mergeOn} that
	 * no other row has. Answers one result a row, in their order.
	 */
	public List<RowResult> write(Table table, Field mergeOn, List<RowWrite> rows, Lane lane) {
		if (rows.isEmpty()) {
			return List.of();
		}
		var flight = new BatchFlight(this.client, this.schemas, mergeOn, lane, table);
		var batches = batches(rows);
		return (batches.size() == 1) ? flight.write(batches.getFirst()) : together(flight, batches);
	}

	private static List<RowResult> together(BatchFlight flight, List<List<RowWrite>> batches) {
		var permits = new Semaphore(AT_ONCE, true);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var results = batches.stream().map((batch) -> threads.submit(permitted(permits, flight, batch))).toList();
			return results.stream().flatMap((result) -> result(result).stream()).toList();
		}
	}

	private static Callable<List<RowResult>> permitted(Semaphore permits, BatchFlight flight, List<RowWrite> batch) {
		return () -> {
			permits.acquire();
			try {
				return flight.write(batch);
			}
			finally {
				permits.release();
			}
		};
	}

	private static List<RowResult> result(Future<List<RowResult>> result) {
		try {
			return result.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static List<List<RowWrite>> batches(List<RowWrite> rows) {
		var batches = new ArrayList<List<RowWrite>>();
		for (int start = 0; start < rows.size(); start += AirtableClient.BATCH) {
			batches.add(rows.subList(start, Math.min(rows.size(), start + AirtableClient.BATCH)));
		}
		return batches;
	}

}
