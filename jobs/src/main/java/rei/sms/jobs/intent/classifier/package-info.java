/**
 * Understands what a seller's reply is about: pure at its face, text and context in, one
 * classification out. Nothing here reads a clock, a database or the network.
 */
@NullMarked
package rei.sms.jobs.intent.classifier;

import org.jspecify.annotations.NullMarked;
