/**
 * Language models that the team runs or rents: asked in the seed's order, each bounded in
 * time and number, and never given a seller's text as anything but quoted words.
 */
@NullMarked
package rei.sms.jobs.ai;

import org.jspecify.annotations.NullMarked;
