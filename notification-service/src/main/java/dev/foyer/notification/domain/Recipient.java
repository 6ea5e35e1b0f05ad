package dev.foyer.notification.domain;

/**
 * The user that a mail is for, as the directory knew them when the PIN was made; the address of one that
 * waits as the directory knows it now.
 *
 * @param address where mail goes unless somebody says otherwise; {@code null} when the user has none
 * @param language BCP 47; {@code null} when the directory does not say
 */
public record Recipient(String tenant, String userId, String displayName, String address, String language) {}
