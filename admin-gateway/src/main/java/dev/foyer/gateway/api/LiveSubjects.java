package dev.foyer.gateway.api;

import dev.foyer.gateway.index.Subject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Of what somebody is told that it changed: of what they may ask for. */
public final class LiveSubjects {

    private static final Set<String> READERS = Set.of(Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR);
    private static final Set<String> OF_THE_AUDIT = Set.of(Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR);

    private LiveSubjects() {}

    /** @param roles of the account */
    public static Set<Subject> of(Set<String> roles) {
        return Arrays.stream(Subject.values())
                .filter(subject -> who(subject).stream().anyMatch(roles::contains))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Subject.class)));
    }

    /** As the routes that answer it; what no route answers stands in the audit. */
    static Set<String> who(Subject subject) {
        return switch (subject) {
            case USER, NOTIFICATION, MEETING, SETTINGS -> READERS;
            case SCAN, WEBHOOK, CAMPAIGN, DEAD_LETTER, SCIM_TOKEN, CALL, ACCOUNT, TENANT -> OF_THE_AUDIT;
            case ADDRESS -> Set.of();
        };
    }
}
