package rei.sms.db.operations;

import java.time.Instant;

/**
 * Something that a person should mend.
 *
 * @param code a short fixed word for the kind of problem
 * @param subject what it is about, empty when there is only one
 * @param fix what to do about it
 */
public record Problem(String code, String subject, String what, Instant since, String fix) {
}
