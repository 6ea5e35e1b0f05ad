/**
 * The life of every mail: queued or held when pin-service has made a PIN, sent, failed, discarded or superseded. Here is
 * only the interface to the mailboxes. Start reading at {@link dev.foyer.notification.domain.MailboxDecider} for the
 * rules and {@link dev.foyer.notification.mail.MailWorker} for the sending.
 */
package dev.foyer.notification;
