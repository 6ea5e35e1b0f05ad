package dev.foyer.gateway.page;

/** A mail that somebody just asked for. @param mail where it stands, which goes on being asked */
record SentMail(String id, MailFate mail) {}
