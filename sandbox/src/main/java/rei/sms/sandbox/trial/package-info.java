/**
 * What an operator would have in Airtable on the first day: the contract's tables, two
 * campaigns and the people they go to.
 */
@NullMarked
package rei.sms.sandbox.trial;

import org.jspecify.annotations.NullMarked;
