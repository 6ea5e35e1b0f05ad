package dev.foyer.gateway.page;

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

    /** Where the mail goes; nothing said: as the settings say. */
    MailChoice mailChoice() {
        return mail == null ? MailChoice.AUTOMATIC : mail;
    }

    String chosenAddress() {
        return mailChoice().address(address);
    }
}
