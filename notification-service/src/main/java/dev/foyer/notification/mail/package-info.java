/**
 * The edge to the mail server, outside of the core. The worker takes what is committed, sends what is due and records
 * the outcome with commands, one mail per user at a time. SMTP leaves one gap that nobody can close: between the server's
 * {@code 250} and our durable {@code MailSent} a crash makes the mail go out again, with the same {@code Message-ID}.
 * The clear PIN exists only here, from opening the seal to handing the mail to the server.
 */
package dev.foyer.notification.mail;
