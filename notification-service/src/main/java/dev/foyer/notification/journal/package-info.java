/** How the mailbox's events and answers are kept in {@code notification.journal}: names that never change, JSON. */
package dev.foyer.notification.journal;
