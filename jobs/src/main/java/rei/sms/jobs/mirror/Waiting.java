package rei.sms.jobs.mirror;

/**
 * A row whose latest state Airtable has not seen.
 *
 * @param urgent whether people wait for it
 * @param ready whether all that it links to has records; else they are written before it
 */
record Waiting(String id, boolean urgent, boolean ready) {

}
