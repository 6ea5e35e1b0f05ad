package dev.foyer.gateway.page;

import dev.foyer.gateway.api.NotificationAnswer;
import dev.foyer.gateway.api.NotificationKind;
import dev.foyer.gateway.api.NotificationStatus;
import dev.foyer.gateway.index.UserEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * A mail as the page lists one.
 *
 * @param user {@code null}: removed since
 * @param why it is as it is, in the reader's language; {@code null}: there is nothing to explain
 * @param now as of when
 */
record DeliveryRow(NotificationAnswer mail, UserEntry user, String why, Instant now, Locale locale) {

    private static final Duration SOON = Duration.ofDays(1);

    /** Of the user whose mail it is. */
    public String name() {
        return user == null ? mail.user() : Names.shownName(user);
    }

    /** Where it goes when nobody says otherwise; {@code null}: nowhere, or nobody knows yet. */
    public String address() {
        return mail.to() != null ? mail.to() : user == null || !taken() ? null : user.primarySmtpAddress();
    }

    /** Whether notification-service has it; before that nobody knows where it goes. */
    public boolean taken() {
        return mail.expiresAt() != null;
    }

    /** @return {@code null}: of a later version */
    public NotificationKind kind() {
        return named(NotificationKind.class, mail.kind());
    }

    /** @return {@code null}: of a later version */
    public NotificationStatus status() {
        return named(NotificationStatus.class, mail.status());
    }

    private static <E extends Enum<E>> E named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    public boolean held() {
        return status() == NotificationStatus.HELD;
    }

    public boolean failed() {
        return status() == NotificationStatus.FAILED;
    }

    /** How old it is. */
    public String age() {
        return Ages.said(Duration.between(mail.createdAt(), now), locale);
    }

    /** How long it may still be sent; {@code null}: that is decided. */
    public String left() {
        return !held() || mail.expiresAt() == null ? null : Ages.said(Duration.between(now, mail.expiresAt()), locale);
    }

    /** Whether its time is nearly over. */
    public boolean soon() {
        return left() != null && mail.expiresAt().isBefore(now.plus(SOON));
    }

    /** Whether it carries a PIN that nobody revealed. Whether somebody saw it when it was made, its service knows. */
    public boolean mayBeRevealed() {
        boolean hasPin = kind() == NotificationKind.WELCOME || kind() == NotificationKind.PIN_RESET;
        return held() && hasPin && mail.revealedAt() == null;
    }
}
