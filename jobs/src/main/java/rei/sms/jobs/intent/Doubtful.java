package rei.sms.jobs.intent;

import rei.sms.jobs.intent.classifier.Classification;

/** A message that the embedded classifier is not sure of, and what it takes it for. */
record Doubtful(Unclassified message, Classification read) {
}
