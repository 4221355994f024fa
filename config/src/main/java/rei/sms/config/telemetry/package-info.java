/**
 * What the engine tells monitoring: a few gauges and, where an endpoint is given, the
 * journeys of messages as OpenTelemetry traces.
 */
@NullMarked
package rei.sms.config.telemetry;

import org.jspecify.annotations.NullMarked;
