/**
 * The rules of mail: whether a PIN mail is sent or held, what replaces it, and how each one's life ends. Pure: the
 * sealed PIN is not here but pointed at, and sending happens in {@code mail}, which records its outcome with commands.
 */
package dev.foyer.notification.domain;
