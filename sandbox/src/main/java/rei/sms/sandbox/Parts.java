package rei.sms.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import rei.sms.sandbox.airtable.AirtableOptions;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.airtable.BaseSpec;
import rei.sms.sandbox.http.Json;
import rei.sms.sandbox.sellers.Sellers;
import rei.sms.sandbox.textgrid.TextGridOptions;
import rei.sms.sandbox.textgrid.TextGridStandIn;
import rei.sms.sandbox.trial.SeedSchema;
import rei.sms.sandbox.trial.TrialBases;
import rei.sms.sandbox.trial.TrialData;

/**
 * Makes the parts that processes share.
 */
final class Parts {

	private final SandboxOptions options;

	private Set<String> numbers = Set.of();

	Parts(SandboxOptions options) {
		this.options = options;
	}

	SharedPart<Access.Airtable> airtable() {
		return SharedPart.join(new PartFiles(this.options.directory(), "airtable"), this::startAirtable,
				(announced) -> {
					var access = Json.as(Access.Airtable.class, announced);
					return new RemotePart<>(access, access.url(), "Bearer " + access.token());
				});
	}

	/**
	 * TextGrid with sellers; without an Airtable of ours it takes every number for one of
	 * its own.
	 */
	SharedPart<Access.TextGrid> textgrid() {
		return SharedPart.join(new PartFiles(this.options.directory(), "textgrid"), this::startTextGrid,
				(announced) -> {
					var access = Json.as(Access.TextGrid.class, announced);
					return new RemotePart<>(access, access.url(), basic(access));
				});
	}

	private Part<Access.Airtable> startAirtable(PartFiles files) {
		TrialBases bases = this.options.bases();
		var specs = SeedSchema.bases(bases.leads(), bases.performance(), bases.control()).toArray(BaseSpec[]::new);
		var airtable = AirtableStandIn.start(AirtableOptions.of(specs)
			.clock(this.options.clock())
			.token(this.options.credentials().airtableToken()));
		if (!airtable.restore(files.state(), files.changes())) {
			TrialData.fill(airtable, bases, this.options.clock().instant(), this.options.seed());
		}
		this.numbers = numbers(airtable, bases.control());
		var access = new Access.Airtable(airtable.url(), airtable.token(), bases);
		var journal = Journal.open(files, airtable::save);
		airtable.onChange(journal::append);
		return new LocalPart<>(access, () -> Json.tree(airtable.view()), (_) -> {
		}, journal, airtable::close);
	}

	private Part<Access.TextGrid> startTextGrid(PartFiles files) {
		SandboxOptions.Credentials credentials = this.options.credentials();
		var textgrid = TextGridStandIn.start(TextGridOptions.of(this.numbers.toArray(String[]::new))
			.account(credentials.textgridSid(), credentials.textgridToken())
			.webhookSecret(credentials.webhookSecret())
			.carrier(this.options.carrier())
			.clock(this.options.clock()));
		Sellers.move(textgrid, this.options.sellers());
		textgrid.restore(files.state(), files.changes());
		var journal = Journal.open(files, textgrid::save);
		textgrid.onChange(journal::append);
		var access = new Access.TextGrid(textgrid.url(), textgrid.accountSid(), textgrid.authToken());
		return new LocalPart<>(access, () -> Json.tree(textgrid.view()), textgrid::inboundUrl, journal,
				textgrid::close);
	}

	private static Set<String> numbers(AirtableStandIn airtable, String base) {
		return airtable.rows(base, "Numbers")
			.stream()
			.map((row) -> Objects.requireNonNullElse(row.text("TextGrid Phone Number"), ""))
			.collect(Collectors.toSet());
	}

	private static String basic(Access.TextGrid access) {
		byte[] pair = (access.accountSid() + ":" + access.authToken()).getBytes(StandardCharsets.UTF_8);
		return "Basic " + Base64.getEncoder().encodeToString(pair);
	}

}
