package rei.sms.jobs.dispatch;

import rei.sms.jobs.textgrid.SendResult;

/** A call to the provider that has ended, and how. */
record EndedCall(ClearedText text, SendResult result) {
}
