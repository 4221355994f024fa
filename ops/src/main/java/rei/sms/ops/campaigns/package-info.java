/**
 * Campaigns: rehearsing them, starting and pausing them, and what came of their
 * templates.
 */
@NullMarked
package rei.sms.ops.campaigns;

import org.jspecify.annotations.NullMarked;
