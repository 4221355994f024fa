package rei.sms.config.settings;

/**
 * What is wrong with a setting.
 *
 * @param name the setting
 * @param what what is wrong and how it should be
 */
public record Fault(String name, String what) {

	@Override
	public String toString() {
		return this.name + " " + this.what;
	}

}
