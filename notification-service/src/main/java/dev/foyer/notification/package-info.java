/**
 * The life of every mail: queued or held when pin-service has made a PIN, sent, failed, discarded or superseded. Start
 * reading at {@link dev.foyer.notification.domain.MailboxDecider} and {@link dev.foyer.notification.mail.MailWorker}.
 */
package dev.foyer.notification;
