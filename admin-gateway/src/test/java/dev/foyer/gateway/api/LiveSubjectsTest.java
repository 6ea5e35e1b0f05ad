package dev.foyer.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.gateway.index.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Who may ask for something is told that it changed, and nobody else. */
@Tag("F")
class LiveSubjectsTest {

    private static final Map<Subject, String> ROUTES = Map.of(
            Subject.USER, "/api/v1/users",
            Subject.NOTIFICATION, "/api/v1/notifications",
            Subject.MEETING, "/api/v1/meetings",
            Subject.SETTINGS, "/api/v1/settings",
            Subject.SCAN, "/api/v1/scans",
            Subject.WEBHOOK, "/api/v1/webhooks",
            Subject.CAMPAIGN, "/api/v1/campaigns",
            Subject.DEAD_LETTER, "/api/v1/dead-letters",
            Subject.SCIM_TOKEN, "/api/v1/scim-tokens");

    private static final Map<String, String> ACCOUNTS = Map.of(
            "admin", Roles.ADMIN, "helpdesk", Roles.HELPDESK, "auditor", Roles.AUDITOR, "operator", Roles.OPERATOR);

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ADDRESS")
    void whoMayAskIsTold(Subject subject) throws IOException {
        assertEquals(
                mayGet(ROUTES.getOrDefault(subject, "/api/v1/audit")),
                LiveSubjects.who(subject),
                "what nothing else answers stands in the audit");
    }

    private static Set<String> mayGet(String path) throws IOException {
        try (InputStream file = LiveSubjectsTest.class.getResourceAsStream("/route-roles.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("GET\t" + path + "\t"))
                    .flatMap(line -> Arrays.stream(line.split("\t")[2].split(" ")))
                    .map(ACCOUNTS::get)
                    .collect(Collectors.toSet());
        }
    }
}
