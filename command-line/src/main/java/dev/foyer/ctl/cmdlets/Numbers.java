package dev.foyer.ctl.cmdlets;

/** Telephone numbers as they are typed. */
final class Numbers {

    private Numbers() {}

    /** Bare digits, + and tel: as the API writes them; anything else stays, for the API to judge. */
    static String e164(String typed) {
        String number = typed.strip().replaceFirst("(?i)^tel:", "");
        return number.matches("\\d+") ? "+" + number : number;
    }
}
