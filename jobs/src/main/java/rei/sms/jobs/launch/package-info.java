/**
 * Who may run which job when: one run of a job at a time across all processes, and what
 * each run did.
 */
@NullMarked
package rei.sms.jobs.launch;

import org.jspecify.annotations.NullMarked;
