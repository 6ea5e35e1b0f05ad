package dev.foyer.gateway.index;

import java.time.Instant;
import java.util.List;

/**
 * A person in a tenant's directory, and their conferencing when they are enabled.
 *
 * @param version the sequence of the last event in it; an older one changes nothing
 * @param conferencing {@code null} while the user is disabled
 * @param scim see there
 */
public record UserEntry(
        String tenant,
        String userId,
        long version,
        String userPrincipalName,
        String displayName,
        String primarySmtpAddress,
        String preferredLanguage,
        List<String> phoneNumbers,
        Conferencing conferencing,
        ScimDetails scim)
        implements Entry {

    /**
     * @param lock {@code null} when the PIN is not locked
     * @param notificationId the mail that carries the present PIN
     */
    public record Conferencing(
            String conferenceId,
            String serviceNumber,
            String tollFreeServiceNumber,
            boolean allowPstnOnlyMeetings,
            Instant pinSetAt,
            String pinSetBy,
            String notificationId,
            Lock lock,
            int failedAttempts) {

        Conferencing withPin(Instant setAt, String setBy, String notification) {
            return new Conferencing(
                    conferenceId,
                    serviceNumber,
                    tollFreeServiceNumber,
                    allowPstnOnlyMeetings,
                    setAt,
                    setBy,
                    notification,
                    null,
                    0);
        }

        Conferencing withLock(Lock newLock, int attempts) {
            return new Conferencing(
                    conferenceId,
                    serviceNumber,
                    tollFreeServiceNumber,
                    allowPstnOnlyMeetings,
                    pinSetAt,
                    pinSetBy,
                    notificationId,
                    newLock,
                    attempts);
        }

        public Conferencing withConferenceId(String newId) {
            return new Conferencing(
                    newId,
                    serviceNumber,
                    tollFreeServiceNumber,
                    allowPstnOnlyMeetings,
                    pinSetAt,
                    pinSetBy,
                    notificationId,
                    lock,
                    failedAttempts);
        }

        Conferencing withNumbers(String toll, String tollFree) {
            return new Conferencing(
                    conferenceId,
                    toll,
                    tollFree,
                    allowPstnOnlyMeetings,
                    pinSetAt,
                    pinSetBy,
                    notificationId,
                    lock,
                    failedAttempts);
        }

        Conferencing withPstnOnlyMeetings(boolean allowed) {
            return new Conferencing(
                    conferenceId,
                    serviceNumber,
                    tollFreeServiceNumber,
                    allowed,
                    pinSetAt,
                    pinSetBy,
                    notificationId,
                    lock,
                    failedAttempts);
        }
    }

    /** @param until {@code null}: until an administrator acts */
    public record Lock(Instant since, Instant until) {}

    /** A user of whom nothing but the id is known. */
    static UserEntry unknown(String tenant, String userId) {
        return new UserEntry(tenant, userId, 0, null, null, null, null, List.of(), null, ScimDetails.NONE);
    }

    public UserEntry with(Conferencing newConferencing) {
        return new UserEntry(
                tenant,
                userId,
                version,
                userPrincipalName,
                displayName,
                primarySmtpAddress,
                preferredLanguage,
                phoneNumbers,
                newConferencing,
                scim);
    }

    /** @param at when the event happened that made it */
    UserEntry atVersion(long newVersion, Instant at) {
        return new UserEntry(
                tenant,
                userId,
                newVersion,
                userPrincipalName,
                displayName,
                primarySmtpAddress,
                preferredLanguage,
                phoneNumbers,
                conferencing,
                at == null ? scim : scim.changedAt(at));
    }

    /** Whether the user can be dialled. */
    public boolean enabled() {
        return conferencing != null;
    }

    /** Whether the PIN is refused at present, right or wrong. */
    public boolean locked() {
        return conferencing != null && conferencing.lock() != null;
    }

    @Override
    public String key() {
        return userId;
    }
}
