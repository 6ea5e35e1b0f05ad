package dev.foyer.notification.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Json;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher.Fact;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.domain.MailboxDecider;
import dev.foyer.notification.domain.SupersedeReason;
import dev.foyer.notification.journal.MailboxJournal;
import dev.foyer.testing.EnvelopeCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The producer's side of {@code notification.events}: files against code, in both directions. */
class NotificationContractTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final CommandMeta META = new CommandMeta("c-1", "r-1", Actor.service("test"));

    private static final Set<Class<?>> PRIVATE = Set.of(
            MailEvent.UserDisablingNoted.class,
            MailEvent.UserDepartureNoted.class,
            MailEvent.DialInChanged.class,
            MailEvent.MailAttemptBegun.class);

    @ParameterizedTest
    @EnumSource
    void everyPublicTypeHasASchemaAndTwoExamplesThatFollowIt(PublicType type) throws IOException {
        String name = fileName(type.type());
        Schema schema = schema(name);
        for (String example : List.of("full", "minimal")) {
            String json = file(name + "." + example + ".json");
            assertEquals(List.of(), schema.validate(json, InputFormat.JSON), type + " " + example);
            LedgerEntry entry = JSON.readValue(json, LedgerEntry.class);
            assertEquals(JSON.readTree(json), JSON.valueToTree(entry), type + " " + example);
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void whatIsPublishedIsWhatTheContractSays(History history) throws IOException {
        PublicRecord published = publish(history.events()).getFirst();
        assertEquals("notification.events", published.topic());
        assertEquals("contoso.com/u-17", published.key());
        assertEquals(history.type(), published.type());
        String json = JSON.writeValueAsString(published.data());
        assertEquals(List.of(), schema(fileName(history.type())).validate(json, InputFormat.JSON));
        assertEquals(JSON.readTree(file(fileName(history.type()) + ".full.json")), JSON.readTree(json));
        assertEquals(List.of(), EnvelopeCheck.problems(published, META));
    }

    @ParameterizedTest
    @MethodSource("barestHistories")
    void whatHasOnlyTheRequiredFieldsIsTheMinimalExample(History history) throws IOException {
        PublicRecord published = publish(history.events()).getFirst();
        assertEquals(history.type(), published.type());
        assertEquals(
                JSON.readTree(file(fileName(history.type()) + ".minimal.json")), JSON.valueToTree(published.data()));
        assertEquals(List.of(), EnvelopeCheck.problems(published, META));
    }

    @Test
    @Tag("F")
    void everyPublicTypeHasBothHistories() {
        Set<String> types =
                Arrays.stream(PublicType.values()).map(PublicType::type).collect(Collectors.toSet());
        assertEquals(types, histories().map(History::type).collect(Collectors.toSet()));
        assertEquals(types, barestHistories().map(History::type).collect(Collectors.toSet()));
    }

    @Test
    void everyDomainEventHasAJournalNameAndIsEitherPublicOrKnownToBePrivate() {
        Set<String> names = Arrays.stream(MailEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
        Set<String> seen = Stream.concat(
                        histories().flatMap(history -> history.events().stream()), Histories.others().stream())
                .map(event -> {
                    assertEquals(
                            event,
                            MailboxJournal.events()
                                    .read(
                                            MailboxJournal.events().typeOf(event),
                                            MailboxJournal.events().write(event)));
                    return MailboxJournal.events().typeOf(event);
                })
                .collect(Collectors.toSet());
        assertEquals(names, seen, "Give each event a history in Histories");
    }

    @Test
    void whatIsNotInTheLedgerIsNobodyElsesAffair() {
        List<MailEvent> queued = barestHistories().findFirst().orElseThrow().events();
        Histories.others().stream()
                .filter(event -> PRIVATE.contains(event.getClass()))
                .forEach(event -> assertTrue(
                        publish(Stream.concat(queued.stream(), Stream.of(event)).toList())
                                .isEmpty()));
    }

    /** What has lost its only address is told as what is held. */
    @Test
    @Tag("D2")
    void whatLostItsAddressIsHeld() throws IOException {
        MailEvent queued = barestHistories().findFirst().orElseThrow().events().getFirst();
        UUID id = ((MailEvent.MailQueued) queued).letter().id();
        PublicRecord published = publish(
                        List.of(queued, new MailEvent.MailReaddressed(id, null, queued.at(), 2L, queued.at())))
                .getFirst();
        assertEquals("foyer.notification.NotificationHeld.v1", published.type());
        assertEquals(
                List.of(),
                schema("NotificationHeld.v1").validate(JSON.writeValueAsString(published.data()), InputFormat.JSON));
    }

    /** What would have been sent again after a restore is told as what is held, and why. */
    @Test
    @Tag("D6")
    void whatWasRestoredIsHeld() throws IOException {
        MailEvent queued = barestHistories().findFirst().orElseThrow().events().getFirst();
        UUID id = ((MailEvent.MailQueued) queued).letter().id();
        PublicRecord published = publish(List.of(queued, new MailEvent.RestoredMailHeld(id, queued.at())))
                .getFirst();
        assertEquals("foyer.notification.NotificationHeld.v1", published.type());
        assertEquals("RESTORED", ((LedgerEntry) published.data()).reason());
        assertEquals(
                List.of(),
                schema("NotificationHeld.v1").validate(JSON.writeValueAsString(published.data()), InputFormat.JSON));
    }

    /** What is known after all is told as what the mail is: here a superseded one that did not leave. */
    @Test
    @Tag("case-L4")
    void whatDidNotLeaveIsSaidAgainWithoutDoubt() throws IOException {
        MailEvent queued = barestHistories().findFirst().orElseThrow().events().getFirst();
        UUID id = ((MailEvent.MailQueued) queued).letter().id();
        List<MailEvent> events = List.of(
                queued,
                new MailEvent.MailAttemptBegun(id, queued.at()),
                new MailEvent.MailSuperseded(id, SupersedeReason.NEWER_PIN, queued.at()),
                new MailEvent.MailDidNotLeave(id, queued.at()));
        LedgerEntry before =
                (LedgerEntry) publish(events.subList(0, 3)).getFirst().data();
        assertEquals("NEWER_PIN (possibly delivered 1 time)", before.reason());
        PublicRecord published = publish(events).getFirst();
        assertEquals("foyer.notification.NotificationSuperseded.v1", published.type());
        assertEquals("NEWER_PIN", ((LedgerEntry) published.data()).reason());
        assertEquals(1, ((LedgerEntry) published.data()).attempts());
    }

    static Stream<History> histories() {
        return Histories.all().stream();
    }

    static Stream<History> barestHistories() {
        return Histories.barest().stream();
    }

    private static List<PublicRecord> publish(List<MailEvent> events) {
        MailboxDecider decider = new MailboxDecider();
        Mailbox before = decider.initial();
        for (MailEvent event : events.subList(0, events.size() - 1)) {
            before = decider.evolve(before, event);
        }
        Mailbox after = decider.evolve(before, events.getLast());
        return new NotificationPublisherV1()
                .publish(new Fact<>(
                        "contoso.com/u-17", before, events.getLast(), after, new MailAnswer.Done(), META, 1));
    }

    /** {@code NotificationSent.v1} for {@code foyer.notification.NotificationSent.v1}. */
    private static String fileName(String type) {
        return type.substring("foyer.notification.".length());
    }

    private static Schema schema(String type) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(file(type + ".schema.json"));
    }

    private static String file(String name) throws IOException {
        try (InputStream in = NotificationPublisherV1.class.getResourceAsStream(
                "/contracts/" + NotificationPublisherV1.TOPIC + "/" + name)) {
            assertTrue(in != null, "The contract file " + name + " is missing in contracts/notification.events");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Events whose last one is published as the type's complete example. */
    record History(String type, List<MailEvent> events) {
        @Override
        public String toString() {
            return type;
        }
    }
}
