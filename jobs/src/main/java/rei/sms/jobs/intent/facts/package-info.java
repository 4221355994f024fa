/**
 * What can be noted down from a seller's reply: price, time, reasons, state of the house.
 * Pure: what day it is comes as an argument.
 */
@NullMarked
package rei.sms.jobs.intent.facts;

import org.jspecify.annotations.NullMarked;
