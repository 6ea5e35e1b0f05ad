package dev.foyer.pin.domain.conferenceid;

/**
 * Where candidates for conference IDs come from. Unguessable from outside, but the same for the same command and
 * attempt: a command that is repeated after a crash asks for the ID that it already reserved, and leaks none.
 */
@FunctionalInterface
public interface ConferenceIdSource {

    /** @return 7 digits, the first is not 0 */
    String candidate(String commandId, int attempt);
}
