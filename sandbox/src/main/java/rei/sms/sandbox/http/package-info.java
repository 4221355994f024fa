/**
 * What all stand-ins share: a small HTTP server that can be told to fail, and a record of
 * what it was asked.
 */
@NullMarked
package rei.sms.sandbox.http;

import org.jspecify.annotations.NullMarked;
