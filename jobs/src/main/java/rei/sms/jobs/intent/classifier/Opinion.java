package rei.sms.jobs.intent.classifier;

/**
 * What one reader, or several together, hold of a reply; all of them scores on the scale
 * of log odds.
 *
 * @param topics one score for each topic
 * @param optOut whether the writer asks us to stop
 * @param willing whether the writer is open to sell
 * @param threat whether the writer threatens
 */
@SuppressWarnings("ArrayRecordComponent")
record Opinion(float[] topics, float optOut, float willing, float threat) {

}
