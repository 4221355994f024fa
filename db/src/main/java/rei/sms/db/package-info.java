/**
 * What is known: the vocabulary, the tables and the migrations that own them.
 */
@NullMarked
package rei.sms.db;

import org.jspecify.annotations.NullMarked;
