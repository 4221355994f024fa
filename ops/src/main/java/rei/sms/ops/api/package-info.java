/**
 * The routes by which people and their tools look into the engine and steer it.
 */
@NullMarked
package rei.sms.ops.api;

import org.jspecify.annotations.NullMarked;
