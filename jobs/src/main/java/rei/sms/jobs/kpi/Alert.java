package rei.sms.jobs.kpi;

/**
 * Something that goes wrong with a campaign's texts.
 *
 * @param code the kind of alert
 * @param campaign the campaign, or {@code ALL}
 * @param what what is wrong, in words
 * @param fix what to do about it
 */
record Alert(String code, String campaign, String what, String fix) {
}
