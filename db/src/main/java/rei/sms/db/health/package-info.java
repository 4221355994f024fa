/**
 * How what we send with fares: what carriers and sellers made of its texts.
 */
@NullMarked
package rei.sms.db.health;

import org.jspecify.annotations.NullMarked;
