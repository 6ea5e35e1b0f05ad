package dev.foyer.notification.domain;

import static dev.foyer.notification.domain.Letters.HOLD_TIME;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.SWITCHED_OFF;
import static dev.foyer.notification.domain.Letters.given;
import static dev.foyer.notification.domain.Letters.letterOf;
import static dev.foyer.notification.domain.Letters.noon;
import static dev.foyer.notification.domain.Letters.queued;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.notification.domain.MailCommand.NoticeMail;
import dev.foyer.notification.domain.MailCommand.QueueMail;
import dev.foyer.notification.domain.MailEvent.MailHeld;
import dev.foyer.notification.domain.MailEvent.MailQueued;
import dev.foyer.notification.domain.MailEvent.MailSuperseded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's table of mails, row by row. Which kind an event makes is tested where it is made, in pin-service. */
@Tag("M2")
@Tag("M4")
@Tag("M5")
@Tag("L1")
@Tag("E7")
class MailTableTest {

    private static final List<Path> EVENTS = List.of(
            Path.of("../pin-service/src/main/resources/contracts/pin.events"),
            Path.of("../meeting-service/src/main/resources/contracts/meeting.events"));
    private static final Pattern WORD = Pattern.compile("`(\\w+)`");
    private static final MailContext OFF = new MailContext(NOON, HOLD_TIME, Set.of(Kind.values()));

    /** A row's cells. */
    record Row(List<String> events, Kind kind, String off, Set<Kind> supersedes) {}

    static List<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream()
                .map(line -> line.split("\\s*\\|\\s*"))
                .filter(cells -> cells.length == 6 && cells[2].matches("[MLA]\\d"))
                .map(cells -> new Row(
                        words(cells[1]).toList(),
                        words(cells[3]).map(Kind::valueOf).findFirst().orElseThrow(),
                        cells[4],
                        words(cells[5]).map(Kind::valueOf).collect(toSet())))
                .toList();
    }

    private static Stream<String> words(String cell) {
        return WORD.matcher(cell).results().map(found -> found.group(1));
    }

    @Test
    void everyKindHasItsRow() throws IOException {
        assertEquals(Arrays.asList(Kind.values()).size(), rows().size());
        assertEquals(Set.of(Kind.values()), rows().stream().map(Row::kind).collect(toSet()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theEventsAreThere(Row row) {
        row.events()
                .forEach(event -> assertTrue(
                        EVENTS.stream().anyMatch(topic -> Files.exists(topic.resolve(event + ".v1.schema.json"))),
                        event));
    }

    @ParameterizedTest
    @Tag("D1")
    @MethodSource("rows")
    void switchedOffItIs(Row row) {
        Letter letter = letterOf(row.kind(), 1);
        List<MailEvent> events =
                given().when(command(letter, SWITCHED_OFF), OFF).events();
        String became = events.isEmpty()
                ? "not made"
                : switch (events.getFirst()) {
                    case MailHeld _ -> "held";
                    case MailQueued _ -> "sent";
                    default -> "something else";
                };
        assertEquals(row.off(), became);
    }

    @ParameterizedTest
    @Tag("D5")
    @MethodSource("rows")
    void itSupersedesOlder(Row row) {
        for (Kind older : Kind.values()) {
            List<MailEvent> events = given(queued(1, older))
                    .when(command(letterOf(row.kind(), 2), Letters.AUTOMATIC), noon())
                    .events();
            boolean superseded = events.stream().anyMatch(MailSuperseded.class::isInstance);
            assertEquals(row.supersedes().contains(older), superseded, older::name);
        }
    }

    private static MailCommand command(Letter letter, MailOptions options) {
        return letter.kind().hasPin() ? new QueueMail(letter, options) : new NoticeMail(letter, null);
    }
}
