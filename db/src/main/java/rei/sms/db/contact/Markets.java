package rei.sms.db.contact;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The markets that the team works, by their labels such as "Houston, TX". */
@Repository
public class Markets {

	private final JdbcClient jdbc;

	Markets(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The markets of our numbers and campaigns. */
	public List<String> known() {
		return this.jdbc.sql("""
				SELECT market FROM number WHERE market IS NOT NULL
				UNION SELECT market FROM campaign WHERE market IS NOT NULL
				ORDER BY market
				""").query(String.class).list();
	}

	/**
	 * Gives prospects without a market the one that their property's city is.
	 * @param states the market's state as lists may write it
	 */
	public int fill(String market, String city, Collection<String> states) {
		return this.jdbc.sql("""
				UPDATE prospect SET market = :market
				WHERE market IS NULL AND lower(btrim(city)) = :city AND lower(btrim(state)) = ANY (:states)
				""")
			.param("market", market)
			.param("city", city.strip().toLowerCase(Locale.ROOT))
			.param("states", states.stream().map((state) -> state.toLowerCase(Locale.ROOT)).toArray(String[]::new))
			.update();
	}

}
