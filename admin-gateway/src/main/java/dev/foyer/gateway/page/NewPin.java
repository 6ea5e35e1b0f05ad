package dev.foyer.gateway.page;

import dev.foyer.gateway.api.PinAnswer;
import dev.foyer.gateway.api.PinAnswer.MailAnswer;
import java.util.stream.Collectors;

/**
 * A PIN that was just made, as the page shows it, once. Prints nothing of it.
 *
 * @param digits {@code null} for those who may not see it, and when it was shown before
 * @param mail what will become of the mail, as a sentence
 */
record NewPin(String digits, String conferenceId, String mail) {

    static NewPin of(PinAnswer answer) {
        return new NewPin(answer.pin(), answer.conferenceId(), sentence(answer.notification()));
    }

    /** Digit by digit, as a screen reader should say it. */
    public String spoken() {
        return digits.chars().mapToObj(Character::toString).collect(Collectors.joining(" "));
    }

    private static String sentence(MailAnswer mail) {
        if (mail == null) {
            return "No mail was made.";
        }
        return switch (mail.status()) {
            case "HELD" -> "The mail is held: nobody gets it until an administrator sends it.";
            default -> mail.to() == null ? "The mail is on its way." : "The mail is on its way to " + mail.to() + ".";
        };
    }

    @Override
    public String toString() {
        return "NewPin[" + conferenceId + "]";
    }
}
