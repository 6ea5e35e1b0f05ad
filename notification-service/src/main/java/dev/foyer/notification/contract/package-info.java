/**
 * What others may know of mails: after each change the whole ledger entry, on {@code notification.events}. Schemas and
 * examples lie in {@code contracts/notification.events}; a shipped one is never edited. Never a PIN, sealed or not.
 */
package dev.foyer.notification.contract;
