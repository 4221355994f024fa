package rei.sms.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.PhoneNumber;

/**
 * How our values cross into SQL and back: instants in UTC, enums by name, phones as
 * E.164.
 */
public final class Sql {

	private Sql() {
	}

	/** An instant as the driver takes it. */
	public static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/** An instant as the driver takes it, or null. */
	public static @Nullable OffsetDateTime orNull(@Nullable Instant instant) {
		return (instant != null) ? at(instant) : null;
	}

	/** An enum by its name, or null. */
	public static @Nullable String orNull(@Nullable Enum<?> value) {
		return (value != null) ? value.name() : null;
	}

	/** A phone in E.164, or null. */
	public static @Nullable String orNull(@Nullable PhoneNumber phone) {
		return (phone != null) ? phone.e164() : null;
	}

	/** Phones as a text array. */
	public static String[] array(Collection<PhoneNumber> phones) {
		return phones.stream().map(PhoneNumber::e164).toArray(String[]::new);
	}

	/** The instant in {@code column}; never null. */
	public static Instant instant(ResultSet rs, String column) throws SQLException {
		return rs.getObject(column, OffsetDateTime.class).toInstant();
	}

	/** The instant in {@code column}, or null. */
	public static @Nullable Instant instantOrNull(ResultSet rs, String column) throws SQLException {
		var value = rs.getObject(column, OffsetDateTime.class);
		return (value != null) ? value.toInstant() : null;
	}

	/** The day in {@code column}, or null. */
	public static @Nullable LocalDate dayOrNull(ResultSet rs, String column) throws SQLException {
		return rs.getObject(column, LocalDate.class);
	}

	/** The UUID in {@code column}; never null. */
	public static UUID uuid(ResultSet rs, String column) throws SQLException {
		return rs.getObject(column, UUID.class);
	}

	/** The UUID in {@code column}, or null. */
	public static @Nullable UUID uuidOrNull(ResultSet rs, String column) throws SQLException {
		return rs.getObject(column, UUID.class);
	}

	/** The phone in {@code column}; never null. */
	public static PhoneNumber phone(ResultSet rs, String column) throws SQLException {
		return new PhoneNumber(rs.getString(column));
	}

	/** The phone in {@code column}, or null. */
	public static @Nullable PhoneNumber phoneOrNull(ResultSet rs, String column) throws SQLException {
		var value = rs.getString(column);
		return (value != null) ? new PhoneNumber(value) : null;
	}

	/** The enum constant named in {@code column}; never null. */
	public static <E extends Enum<E>> E word(ResultSet rs, String column, Class<E> type) throws SQLException {
		return Enum.valueOf(type, rs.getString(column));
	}

	/** The enum constant named in {@code column}, or null. */
	public static <E extends Enum<E>> @Nullable E wordOrNull(ResultSet rs, String column, Class<E> type)
			throws SQLException {
		var value = rs.getString(column);
		return (value != null) ? Enum.valueOf(type, value) : null;
	}

	/** The words of a text array. */
	public static List<String> words(ResultSet rs, String column) throws SQLException {
		var array = rs.getArray(column);
		return (array != null) ? Arrays.asList((String[]) array.getArray()) : List.of();
	}

}
