package dev.foyer.pin.domain.user;

import dev.foyer.pin.domain.pin.PinVerifier;
import dev.foyer.pin.domain.tenant.ServiceNumber;

/**
 * What an enabled user has.
 *
 * @param conferenceId 7 digits
 * @param serviceNumber E.164 or {@code null}
 * @param tollFreeServiceNumber E.164 or {@code null}
 * @param allowPstnOnlyMeetings copied from the tenant once, at enabling; an administrator may change it
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

    Conferencing withConferenceId(String other) {
        return new Conferencing(other, serviceNumber, tollFreeServiceNumber, allowPstnOnlyMeetings, verifier);
    }

    Conferencing withNumber(ServiceNumber.Type type, String number) {
        return switch (type) {
            case TOLL -> new Conferencing(conferenceId, number, tollFreeServiceNumber, allowPstnOnlyMeetings, verifier);
            case TOLL_FREE -> new Conferencing(conferenceId, serviceNumber, number, allowPstnOnlyMeetings, verifier);
        };
    }

    Conferencing withPstnOnlyMeetings(boolean allowed) {
        return new Conferencing(conferenceId, serviceNumber, tollFreeServiceNumber, allowed, verifier);
    }

    String number(ServiceNumber.Type type) {
        return switch (type) {
            case TOLL -> serviceNumber;
            case TOLL_FREE -> tollFreeServiceNumber;
        };
    }
}
