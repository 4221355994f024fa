/**
 * A stand-in for TextGrid and the carriers behind it: takes texts, reports their fate,
 * refuses what TextGrid refuses, and brings what phones write back.
 */
@NullMarked
package rei.sms.sandbox.textgrid;

import org.jspecify.annotations.NullMarked;
