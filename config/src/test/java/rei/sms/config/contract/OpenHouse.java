package rei.sms.config.contract;

import java.util.Map;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import rei.sms.config.roles.House;
import rei.sms.sandbox.airtable.BaseSpec;
import rei.sms.sandbox.airtable.FieldSpec;

/**
 * Hands every contract test the same house. Its base lacks what the tests of the base
 * look at: three fields are missing, one is computed, one option is not there.
 */
class OpenHouse implements ParameterResolver {

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == House.class;
	}

	@Override
	public House resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getRoot()
			.getStore(Namespace.create(OpenHouse.class))
			.computeIfAbsent(House.class, (type) -> open(), House.class);
	}

	private static House open() {
		var house = House.open(base(), Map.of());
		Library.fill(house);
		house.run("airtable-pull");
		return house;
	}

	private static BaseSpec base() {
		var seeds = House.seedsBase();
		return seeds.with(seeds.table("Conversations").without("Message Summary (AI)"))
			.with(seeds.table("Leads").without("Last Message").with(FieldSpec.formula("Last Activity", "RECORD_ID()")))
			.with(seeds.table("Prospects")
				.without("Last Activity")
				.with(FieldSpec.select("Status", "Unmessaged", "Queued", "Messaged", "Owner Verified", "Not Interested",
						"Lead Created", "Follow Up", "Opt-Out")));
	}

}
