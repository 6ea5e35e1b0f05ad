package dev.foyer.notification.domain;

/**
 * What was asked about sending when the PIN was made.
 *
 * @param automatic the tenant's {@code automaticallySendEmailsToUsers} at that moment
 * @param sendEmail the administrator's explicit choice, or {@code null} without one
 * @param toAddress for this one mail instead of the user's own, or {@code null}; counts only with {@code sendEmail}
 */
public record MailOptions(boolean automatic, Boolean sendEmail, String toAddress) {}
