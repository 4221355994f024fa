package rei.sms.jobs.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A state, district or territory of the United States. */
public enum UsState {

	AL("Alabama"), AK("Alaska"), AZ("Arizona"), AR("Arkansas"), CA("California"), CO("Colorado"), CT("Connecticut"),
	DE("Delaware"), DC("District of Columbia"), FL("Florida"), GA("Georgia"), HI("Hawaii"), ID("Idaho"), IL("Illinois"),
	IN("Indiana"), IA("Iowa"), KS("Kansas"), KY("Kentucky"), LA("Louisiana"), ME("Maine"), MD("Maryland"),
	MA("Massachusetts"), MI("Michigan"), MN("Minnesota"), MS("Mississippi"), MO("Missouri"), MT("Montana"),
	NE("Nebraska"), NV("Nevada"), NH("New Hampshire"), NJ("New Jersey"), NM("New Mexico"), NY("New York"),
	NC("North Carolina"), ND("North Dakota"), OH("Ohio"), OK("Oklahoma"), OR("Oregon"), PA("Pennsylvania"),
	RI("Rhode Island"), SC("South Carolina"), SD("South Dakota"), TN("Tennessee"), TX("Texas"), UT("Utah"),
	VT("Vermont"), VA("Virginia"), WA("Washington"), WV("West Virginia"), WI("Wisconsin"), WY("Wyoming"),
	AS("American Samoa"), GU("Guam"), MP("Northern Mariana Islands"), PR("Puerto Rico"), VI("Virgin Islands");

	private static final Map<String, UsState> BY_NAME = byName();

	private final String fullName;

	UsState(String fullName) {
		this.fullName = fullName;
	}

	/** Reads a postal code or a full name, as lists write them. */
	public static Optional<UsState> parse(String text) {
		return Optional.ofNullable(BY_NAME.get(key(text)));
	}

	/** The postal code and the full name. */
	public List<String> names() {
		return List.of(name(), this.fullName);
	}

	private static Map<String, UsState> byName() {
		var names = new HashMap<String, UsState>();
		for (var state : values()) {
			names.put(key(state.name()), state);
			names.put(key(state.fullName), state);
		}
		return names;
	}

	private static String key(String text) {
		return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
	}

}
