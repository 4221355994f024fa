/**
 * What all pages share: their frame, their words for times and amounts, their live news.
 */
@NullMarked
package rei.sms.ops.pages;

import org.jspecify.annotations.NullMarked;
