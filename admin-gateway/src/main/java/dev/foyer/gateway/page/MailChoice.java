package dev.foyer.gateway.page;

import dev.foyer.base.text.TextKind;
import dev.foyer.gateway.api.Params;

/** What the form offers for the mail that carries a new PIN; the words are the form's values. */
enum MailChoice {
    /** As the tenant's settings say. */
    AUTOMATIC,
    /** To the address in the form. */
    ADDRESS,
    /** To nobody; somebody sends it or hands it over later. */
    HOLD;

    /** What the API calls {@code sendEmail}. */
    Boolean sendEmail() {
        return switch (this) {
            case AUTOMATIC -> null;
            case ADDRESS -> true;
            case HOLD -> false;
        };
    }

    /** What the API calls {@code sendEmailToAddress}; an address that is not chosen is not meant. @throws dev.foyer.base.Problem.ProblemException 400 */
    String address(String given) {
        return this == ADDRESS ? Params.text("address", TextKind.MAIL_ADDRESS, given == null ? "" : given) : null;
    }
}
