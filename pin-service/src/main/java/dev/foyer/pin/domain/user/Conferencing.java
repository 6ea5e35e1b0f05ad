package dev.foyer.pin.domain.user;

import dev.foyer.pin.domain.pin.PinVerifier;

/**
 * What an enabled user has.
 *
 * @param conferenceId 7 digits
 * @param serviceNumber E.164 or {@code null}
 * @param tollFreeServiceNumber E.164 or {@code null}
 * @param allowPstnOnlyMeetings copied from the tenant once, at enabling
 */
public record Conferencing(
        String conferenceId,
        String serviceNumber,
        String tollFreeServiceNumber,
        boolean allowPstnOnlyMeetings,
        PinVerifier verifier) {

    Conferencing with(PinVerifier newVerifier) {
        return new Conferencing(conferenceId, serviceNumber, tollFreeServiceNumber, allowPstnOnlyMeetings, newVerifier);
    }
}
