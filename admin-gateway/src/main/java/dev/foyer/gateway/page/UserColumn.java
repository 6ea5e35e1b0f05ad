package dev.foyer.gateway.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the list of users can show beside name and state. The names are keys of messages, and in lower case values in addresses. */
public enum UserColumn {
    USERNAME("userPrincipalName"),
    ADDRESS(null),
    CONFERENCE(null),
    TELEPHONE(null),
    PINSET("pinSetAt");

    static final List<UserColumn> USUAL = List.of(USERNAME, CONFERENCE);

    private final String sort;

    UserColumn(String sort) {
        this.sort = sort;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word of {@code sort} for it; {@code null}: nothing sorts by it. */
    public String sort() {
        return sort;
    }

    static Optional<UserColumn> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
