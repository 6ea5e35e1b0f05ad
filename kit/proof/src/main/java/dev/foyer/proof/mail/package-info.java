/** How fast mails leave notification-service, beside a bare SMTP loop: {@code ./foyer bench mail}. */
package dev.foyer.proof.mail;
