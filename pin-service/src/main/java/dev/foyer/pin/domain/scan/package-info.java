/**
 * Callers who guess (rule G2): how often somebody dialled conference IDs that do not exist, or tried PINs at one organizer
 * after the other, counted per source: a caller's number, the calls of a bridge that come without a number, and the account
 * of the bridge itself. Numbers are digests by the time they come here; who is right is never counted, and costs nothing.
 */
package dev.foyer.pin.domain.scan;
