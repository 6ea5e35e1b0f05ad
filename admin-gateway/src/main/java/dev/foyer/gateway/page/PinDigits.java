package dev.foyer.gateway.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A PIN for the one page that shows it (rule A4): hidden until somebody asks, in groups, copied unseen. Prints nothing of it. */
record PinDigits(String digits) {

    /** As it is read aloud. */
    private static final int GROUP = 3;

    private static final int SHORT_ENOUGH = 5;

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
        return "PinDigits[]";
    }
}
