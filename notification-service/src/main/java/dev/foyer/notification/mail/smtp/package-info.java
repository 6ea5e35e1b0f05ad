/**
 * The conversation with the mail server. The client is that of {@code quarkus-mailer}, with its settings; what it does not do is
 * done around its socket: {@link dev.foyer.notification.mail.smtp.Link} sees every line, so that it is known which step
 * a mail is in, what the server really said, and when a connection is gone.
 */
package dev.foyer.notification.mail.smtp;
