/**
 * What the engine decides and does: rules, vendor gateways, and one package for each job.
 */
@NullMarked
package rei.sms.jobs;

import org.jspecify.annotations.NullMarked;
