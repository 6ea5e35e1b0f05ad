package dev.foyer.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the page can be refused, it says in the reader's language: no sentence of the API, no name of its fields. */
@Tag("F")
class ProblemWordTest {

    private static final Path TABLE = Path.of("src/main/resources/problem-types.tsv");
    private static final Path RECEIVER = Path.of("../meeting-service/src/main/java/dev/foyer/meeting/webhook");
    private static final Pattern REASON =
            Pattern.compile("(?:Attempt\\.failed|giveUp|Optional\\.of|, delivery,)\\(?\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What no action of the page asks for, sends or is answered: with the reason. */
    private static final Set<String> NEVER = Stream.of(
                    // Users and tenants are put in by programs.
                    "account-exists administrator-invalid last-tenant operator-only tenant-exists tenant-invalid"
                            + " tenant-leaving tenant-missing tenant-not-closed tenant-not-yours tenant-still-filled"
                            + " tenant-still-read tenants-elsewhere tenants-not-now user-principal-name-taken",
                    // Meetings are scheduled, and calls announced, by programs.
                    "call-id-has-number organizer-not-known-yet organizer-unknown",
                    // Streams and events of others, which the page does not show.
                    "events-not-available events-unavailable stopping too-many-listeners",
                    // Bodies, headers and parameters that the page writes itself.
                    "address-without-send-email body-missing campaign-users-or-query malformed-json not-understood"
                            + " reason-missing reason-twice",
                    // Refused before any page is asked.
                    "address-not-normal address-too-long body-too-large headers-too-long host-unknown malformed-body"
                            + " malformed-request method-not-allowed not-acceptable other-origin"
                            + " too-many-headers too-many-large-bodies too-slow unexpected unsupported-media-type",
                    // The sign-in has sentences of its own, and scans are cleared by whoever is first.
                    "sign-in-busy sign-in-delayed scan-not-found")
            .flatMap(line -> Stream.of(line.split(" ")))
            .collect(Collectors.toSet());

    @Test
    void everyProblemThatAnActionCanMeetHasAWord() throws IOException {
        Set<String> silent = new TreeSet<>();
        Set<String> spoken = new TreeSet<>();
        for (String type : types()) {
            (of(type, "It is so.").isPresent() ? spoken : silent).add(type);
        }
        assertEquals(new TreeSet<>(NEVER), silent, "Add a word to ProblemWord and messages/shell_*.properties.");
        assertTrue(spoken.size() > 60, spoken::toString);
    }

    @Test
    void noTwoWordsSayTheSame() {
        List<String> all = Arrays.stream(ProblemWord.values())
                .flatMap(one -> Stream.of(one.types().split(" ")))
                .toList();
        assertEquals(all.size(), Set.copyOf(all).size());
    }

    /** As the gateway, a service by its checks, and a service by its texts say it. */
    @Test
    void aFieldThatIsNotValidIsSaidByItsName() {
        assertEquals(Optional.of(ProblemWord.ADDRESS), of("parameter-invalid", "address is no mail address."));
        assertEquals(Optional.of(ProblemWord.SERVICENUMBER), of("invalid-request", "serviceNumbers[0].city: is long"));
        assertEquals(Optional.of(ProblemWord.DESCRIPTION), of("invalid-request", "description: has a line break"));
        assertEquals(Optional.of(ProblemWord.WEBHOOKURL), of("field-missing", "Send the field url."));
        assertEquals(Optional.of(ProblemWord.PARAMETER), of("parameter-invalid", "state is one of ENABLED."));
        assertEquals(Optional.of(ProblemWord.FIELDMISSING), of("field-missing", "Send the field kind."));
    }

    /** Why a webhook was not told something is said in English by meeting-service. */
    @Test
    void everyReasonOfAWebhooksFailureHasAWord() throws IOException {
        Set<String> said = new TreeSet<>(Set.of("answered 500", "answered 302; redirects are not followed"));
        for (String file : List.of("Receiver.java", "Deliverer.java")) {
            REASON.matcher(Files.readString(RECEIVER.resolve(file)))
                    .results()
                    .forEach(found -> said.add(found.group(1)));
        }
        assertTrue(said.size() > 10, said::toString);
        assertEquals(
                Set.of(),
                said.stream().filter(reason -> HookReason.of(reason).isEmpty()).collect(Collectors.toSet()));
        assertEquals(Optional.of(HookReason.REDIRECTED), HookReason.of("answered 302; redirects are not followed"));
        assertEquals(Optional.empty(), HookReason.of("the moon is full"));
    }

    private static Optional<ProblemWord> of(String type, String detail) {
        return ProblemWord.of(Problem.of(400, type, "Title", detail));
    }

    private static List<String> types() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t")[0])
                .toList();
    }
}
