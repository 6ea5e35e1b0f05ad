package dev.foyer.gateway.page;

import dev.foyer.gateway.api.PinAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A PIN that was just made, as the page shows it, once. Prints nothing of it.
 *
 * @param digits {@code null} for those who may not see it, and when it was shown before
 * @param mailId {@code null}: no mail was made
 * @param mail where its mail stands
 */
record NewPin(String digits, String conferenceId, String mailId, MailFate mail) {

    /** As it is read aloud. */
    private static final int GROUP = 3;

    private static final int SHORT_ENOUGH = 5;

    static NewPin of(PinAnswer answer) {
        return answer.notification() == null
                ? new NewPin(answer.pin(), answer.conferenceId(), null, MailFate.NONE)
                : new NewPin(
                        answer.pin(),
                        answer.conferenceId(),
                        answer.notification().id(),
                        new MailFate(
                                MailStatus.of(answer.notification().status()),
                                answer.notification().to(),
                                null));
    }

    /** In groups of three and two digits, without one digit alone. */
    public List<String> groups() {
        List<String> groups = new ArrayList<>();
        int from = 0;
        while (digits.length() - from > SHORT_ENOUGH - 1) {
            groups.add(digits.substring(from, from + GROUP));
            from += GROUP;
        }
        if (digits.length() - from == GROUP + 1) {
            groups.add(digits.substring(from, from + 2));
            from += 2;
        }
        groups.add(digits.substring(from));
        return groups;
    }

    /** Digit by digit, as a screen reader should say it. */
    public String spoken() {
        return digits.chars().mapToObj(Character::toString).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "NewPin[" + conferenceId + "]";
    }
}
