package dev.foyer.notification.mail;

/** A view-once link on its few milliseconds between its making and the mail. Prints nothing of its address. */
record MailLink(String address) {
    @Override
    public String toString() {
        return "MailLink[]";
    }
}
