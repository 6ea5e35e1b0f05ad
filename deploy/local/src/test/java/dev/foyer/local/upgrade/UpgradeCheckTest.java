package dev.foyer.local.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Repository;
import dev.foyer.local.upgrade.Finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** From this checkout to one that differs in a single thing. */
class UpgradeCheckTest {

    private static final Path ROOT = Repository.find().root();
    private static final ProgramFiles NOW = new CheckoutFiles(ROOT);
    private static final String SHEET = "pin-service/src/main/resources/compatibility.properties";
    private static final String CONTRACTS = "pin-service/src/main/resources/contracts/";
    private static final String PIN_RESET = CONTRACTS + "pin.events/PinReset.v1.schema.json";
    private static final String REQUESTS = CONTRACTS + "openapi.json";
    private static final String TOPICS = "deploy/topics.yaml";

    private static List<Finding> to(ProgramFiles next) {
        return UpgradeCheck.compare(NOW, next);
    }

    private static ChangedFiles next() {
        return new ChangedFiles(NOW);
    }

    private static void only(Kind kind, String part, List<Finding> found) {
        assertEquals(1, found.size(), found::toString);
        assertEquals(kind, found.getFirst().kind(), found::toString);
        assertTrue(found.getFirst().text().contains(part), found::toString);
    }

    @Test
    void theSameVersionIsNoUpgrade() {
        assertEquals(List.of(), to(next()));
    }

    /** A change that parts this version from the one that the page names is found here, not in the long test. */
    @Test
    void fromTheVersionThatThePageNamesOneCanRoll() throws IOException {
        assumeTrue(Files.exists(ROOT.resolve(".git")), "This is no checkout, so there are no commits");
        String page = Files.readString(ROOT.resolve("docs/operations/upgrade.md"));
        Matcher named = Pattern.compile("N-1 is `([0-9a-f]+)`").matcher(page);
        assertTrue(named.find());
        List<Finding> found = UpgradeCheck.compare(CommitFiles.of(ROOT, named.group(1)), NOW);
        assertEquals(
                List.of(),
                found.stream().filter(each -> each.kind() == Kind.STOP).toList());
    }

    @Test
    void aJournalThatTheOtherDoesNotReadIsInTheWay() {
        List<Finding> forward = to(next().edited(SHEET, sheet -> sheet.replaceAll("journal=\\d+", "journal=9999")));
        only(Kind.STOP, "format 9999", forward);
        only(
                Kind.STOP,
                "no way back",
                to(next().edited(SHEET, sheet -> sheet.replaceAll("journal=\\d+", "journal=1"))));
    }

    @Test
    void instancesThatDoNotUnderstandEachOtherAreInTheWay() {
        only(
                Kind.STOP,
                "about user:",
                to(next().edited(SHEET, sheet -> sheet.replaceAll("exchange\\.user=.*", "exchange.user=other"))));
    }

    @Test
    void newSnapshotsAndANewIndexOnlyCost() {
        only(
                Kind.COST,
                "Snapshots of pin-service",
                to(next().edited(SHEET, sheet -> sheet.replaceAll("states\\.user=.*", "states.user=other"))));
        only(
                Kind.COST,
                "index",
                to(next().edited(
                                "admin-gateway/src/main/resources/compatibility.properties",
                                sheet -> sheet.replaceAll("index=\\d+", "index=9999"))));
    }

    @Test
    void whoSaysNothingOfItselfIsNotTrusted() {
        only(Kind.STOP, "nobody knows", to(next().without(SHEET)));
    }

    @Test
    void topicsAreMadeBeforeAndTakenAwayAfter() {
        String topic = """
                topics:
                  - name: pin.news
                    key: user
                    partitions: 3
                    cleanup: delete
                    retention: forever
                    writers: [pin-service]
                    readers: [meeting-service]
                    purpose: Something new.

                """;
        ChangedFiles more = next().edited(TOPICS, list -> list.replaceFirst("(?m)^topics:\n", topic));
        only(Kind.BEFORE, "make the topic pin.news", to(more));
        only(Kind.AFTER, "the topic pin.news may go", UpgradeCheck.compare(more, NOW));
    }

    @Test
    void keysThatMoveAndOwnersThatDoNotShutEachOtherOutAreInTheWay() {
        only(
                Kind.STOP,
                "pin.events has 4 partitions",
                to(next().edited(
                                TOPICS,
                                list -> list.replaceFirst(
                                        "(?s)(name: pin.events.*?)partitions: 3", "$1partitions: 4"))));
        only(
                Kind.STOP,
                "transactional ids",
                to(next().edited(
                                TOPICS, list -> list.replace("[pin-service-<partition>, ", "[pin-svc-<partition>, "))));
    }

    @Test
    void rightsComeBeforeAndGoAfter() {
        List<Finding> found = to(next().edited(
                        TOPICS,
                        list -> list.replaceFirst(
                                "(?s)(name: meeting.events.*?readers: \\[)admin-gateway, pin-service",
                                "$1admin-gateway, notification-service")));
        assertEquals(
                List.of(
                        Finding.before("let notification-service read meeting.events."),
                        Finding.after("pin-service need not read meeting.events any more.")),
                found);
    }

    @Test
    void whoReadsANewEventGoesFirst() {
        only(
                Kind.ORDER,
                "admin-gateway and meeting-service and notification-service before pin-service",
                to(next().with(CONTRACTS + "pin.events/PinPraised.v1.schema.json", "{}")));
        only(
                Kind.AFTER,
                "in in.directory",
                to(next().with(CONTRACTS + "in.directory/UserPraised.v1.schema.json", "{}")));
    }

    @Test
    void anEventThatMeansAnotherThingIsInTheWay() {
        only(Kind.STOP, "PinReset.v1 of pin.events is gone", to(next().without(PIN_RESET)));
        List<Finding> found = to(next().edited(PIN_RESET, schema -> schema.replaceFirst("\"uuid\"", "\"date-time\"")));
        assertFalse(found.isEmpty());
        found.forEach(each -> assertEquals(Kind.STOP, each.kind(), each::text));
        only(
                Kind.STOP,
                "mail may be BURNT",
                to(next().edited(PIN_RESET, schema -> schema.replaceFirst("\"HELD\"", "\"HELD\", \"BURNT\""))));
    }

    /** What is optional and new, nobody has to know. */
    @Test
    void aNewFieldIsNothing() {
        assertEquals(
                List.of(),
                to(next().edited(
                                PIN_RESET,
                                schema -> schema.replaceFirst(
                                        "\"properties\": \\{",
                                        "\"properties\": {\"praise\": {\"type\": \"string\"},"))));
    }

    @Test
    void theGatewayComesAfterWhomItAsksSomethingNew() {
        String route = "\"paths\" : {\n    \"/internal/v1/praise\" : { \"post\" : { \"responses\" : {} } },";
        ChangedFiles more = next().edited(REQUESTS, document -> document.replaceFirst("\"paths\" : \\{", route));
        only(Kind.ORDER, "pin-service before admin-gateway", to(more));
        only(Kind.STOP, "pin-service has no POST /internal/v1/praise any more", UpgradeCheck.compare(more, NOW));
    }

    /** As operators call it, where the checkout has its history. */
    @Test
    void commitsAreReadFromGit() {
        Assumptions.assumeTrue(Files.exists(ROOT.resolve(".git")), "This is no checkout of git.");
        List<String> said = new ArrayList<>();
        UpgradeCheck check = UpgradeCheck.of(ROOT, "HEAD", "HEAD");
        check.tell(said::add);
        assertTrue(said.getFirst().startsWith("From "), said::toString);
        CannotRun refused = assertThrows(CannotRun.class, () -> UpgradeCheck.of(ROOT, "no-such-commit", "HEAD"));
        assertTrue(refused.getMessage().startsWith("There is no commit \"no-such-commit\""), refused.getMessage());
    }
}
