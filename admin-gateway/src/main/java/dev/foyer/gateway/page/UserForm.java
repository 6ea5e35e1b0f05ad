package dev.foyer.gateway.page;

import dev.foyer.gateway.index.UserEntry;

/**
 * What a form about a user says; each action looks at what is its own, and what a form has not got is {@code null}.
 *
 * @param mail where a mail goes
 * @param address when the mail goes to another one
 * @param choice {@code RANDOM} or {@code CHOSEN}: which conference ID
 * @param allowPstnOnlyMeetings ticked, or {@code null}
 */
record UserForm(
        MailChoice mail,
        String address,
        String choice,
        String conferenceId,
        String serviceNumber,
        String tollFreeServiceNumber,
        String allowPstnOnlyMeetings) {

    private static final String CHOSEN = "CHOSEN";
    private static final String TICKED = "true";
    private static final UserForm EMPTY = new UserForm(null, null, null, null, null, null, null);

    /** As it is put to somebody who has said nothing yet. */
    static UserForm of(UserEntry user) {
        UserEntry.Conferencing now = user.conferencing();
        return now == null
                ? EMPTY
                : new UserForm(
                        null,
                        null,
                        null,
                        null,
                        now.serviceNumber(),
                        now.tollFreeServiceNumber(),
                        now.allowPstnOnlyMeetings() ? TICKED : null);
    }

    /** Where the mail goes; nothing said: as the settings say. */
    MailChoice mailChoice() {
        return mail == null ? MailChoice.AUTOMATIC : mail;
    }

    String chosenAddress() {
        return mailChoice().address(address);
    }

    /** Whether it is about this conference ID and not any. */
    public boolean chosen() {
        return CHOSEN.equals(choice);
    }

    public boolean ticked() {
        return allowPstnOnlyMeetings != null;
    }
}
