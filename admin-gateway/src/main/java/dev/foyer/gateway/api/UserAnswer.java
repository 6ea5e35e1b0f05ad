package dev.foyer.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.foyer.gateway.index.UserEntry;
import java.time.Instant;
import java.util.List;

/** A user as the API shows one. */
public record UserAnswer(
        String userId,
        String userPrincipalName,
        String displayName,
        String primarySmtpAddress,
        String preferredLanguage,
        List<String> phoneNumbers,
        Conferencing conferencing) {

    /** What everybody sees of a PIN, ever (rule A4). */
    public static final String HIDDEN_PIN = "***********";

    /** Of a disabled user only {@code enabled} is there. */
    public sealed interface Conferencing {
        boolean enabled();
    }

    /** Cannot be dialled. */
    public record Disabled(boolean enabled) implements Conferencing {}

    /** @param lock {@code null} when the PIN is not locked */
    public record Enabled(
            boolean enabled,
            String conferenceId,
            String pin,
            Instant pinSetAt,
            String pinSetBy,
            @JsonInclude(JsonInclude.Include.ALWAYS) LockAnswer lock,
            int failedAttempts,
            String serviceNumber,
            String tollFreeServiceNumber,
            boolean allowPstnOnlyMeetings)
            implements Conferencing {}

    /** @param until absent: until an administrator acts */
    public record LockAnswer(Instant since, Instant until) {}

    static UserAnswer of(UserEntry user) {
        return new UserAnswer(
                user.userId(),
                user.userPrincipalName(),
                user.displayName(),
                user.primarySmtpAddress(),
                user.preferredLanguage(),
                user.phoneNumbers(),
                user.conferencing() == null ? new Disabled(false) : enabled(user.conferencing()));
    }

    /** What was asked for and is durable, while the index does not show it yet; conferencing is not known then. */
    static UserAnswer accepted(String userId, Bodies.User body) {
        return new UserAnswer(
                userId,
                body.userPrincipalName(),
                body.displayName(),
                body.primarySmtpAddress(),
                body.preferredLanguage(),
                body.phoneNumbers(),
                null);
    }

    private static Enabled enabled(UserEntry.Conferencing is) {
        return new Enabled(
                true,
                is.conferenceId(),
                HIDDEN_PIN,
                is.pinSetAt(),
                is.pinSetBy(),
                is.lock() == null
                        ? null
                        : new LockAnswer(is.lock().since(), is.lock().until()),
                is.failedAttempts(),
                is.serviceNumber(),
                is.tollFreeServiceNumber(),
                is.allowPstnOnlyMeetings());
    }
}
