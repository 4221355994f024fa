/**
 * The people behind the phones of a trial run: most stay silent, some answer, some want
 * to be left alone.
 */
@NullMarked
package rei.sms.sandbox.sellers;

import org.jspecify.annotations.NullMarked;
