package dev.foyer.gateway.page;

import dev.foyer.gateway.api.PinAnswer;

/**
 * A PIN that was just made, as the page shows it, once.
 *
 * @param pin {@code null} for those who may not see it, and when it was shown before
 * @param mailId {@code null}: no mail was made
 * @param mail where its mail stands
 */
record NewPin(PinDigits pin, String mailId, MailFate mail) {

    static NewPin of(PinAnswer answer) {
        PinDigits pin = answer.pin() == null ? null : new PinDigits(answer.pin());
        PinAnswer.MailAnswer mail = answer.notification();
        return mail == null
                ? new NewPin(pin, null, MailFate.NONE)
                : new NewPin(pin, mail.id(), new MailFate(MailStatus.of(mail.status()), mail.to(), null));
    }
}
