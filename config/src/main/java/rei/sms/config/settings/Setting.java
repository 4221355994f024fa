package rei.sms.config.settings;

import java.util.Map;
import java.util.Set;

/**
 * One name that an operator may set.
 *
 * @param alias another name for the same, or empty
 * @param kind what its value must look like
 * @param roles which roles cannot do without it
 * @param usual what holds when it is not set and {@code application.yml} says nothing
 * @param meaning what it is for, with the unit
 */
record Setting(String name, String alias, Kind kind, Set<Role> roles, String usual, String meaning) {

	static Setting named(String name, Kind kind, String meaning) {
		return new Setting(name, "", kind, Set.of(), "", meaning);
	}

	Setting or(String otherName) {
		return new Setting(this.name, otherName, this.kind, this.roles, this.usual, this.meaning);
	}

	Setting neededBy(Role... those) {
		return new Setting(this.name, this.alias, this.kind, Set.of(those), this.usual, this.meaning);
	}

	Setting usually(String value) {
		return new Setting(this.name, this.alias, this.kind, this.roles, value, this.meaning);
	}

	/** Its names as an operator reads them. */
	String names() {
		return this.alias.isEmpty() ? this.name : this.name + " or " + this.alias;
	}

	boolean isIn(Map<String, String> values) {
		return values.containsKey(this.name) || values.containsKey(this.alias);
	}

}
