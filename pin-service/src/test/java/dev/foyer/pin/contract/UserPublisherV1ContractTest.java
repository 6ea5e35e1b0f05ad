package dev.foyer.pin.contract;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.pin.domain.tenant.ServiceNumber;
import dev.foyer.pin.domain.user.MailOptions;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.UserEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens to a user is published as the examples say, to whom they say. */
class UserPublisherV1ContractTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final Set<String> FULL_AND_MINIMAL = Set.of("full", "minimal");

    /** Steps between a user and the registers of conference IDs and of names, and a change of keys: nobody else's business. */
    private static final Set<Class<?>> PRIVATE = Set.of(
            UserEvent.ConferenceIdWanted.class,
            UserEvent.ConferenceIdGivenUp.class,
            UserEvent.ConferenceIdReturned.class,
            UserEvent.UserNameAwaited.class,
            UserEvent.UserNameHeld.class,
            UserEvent.UserNameLeft.class,
            UserEvent.PinRekeyed.class,
            UserEvent.WaitingTold.class,
            UserEvent.UserForgotten.class,
            UserEvent.LicenceAwaitsUser.class,
            UserEvent.DeliveryKeyAwaited.class,
            UserEvent.LicenceTriedAgain.class,
            UserEvent.LicenceGivenUp.class,
            UserEvent.LicenceWaitEnded.class);

    /** The publishers of tenants and of those who sign in have tests of their own. */
    private static final Set<String> NOT_OF_USERS =
            Set.of("Tenant", "Account", "SignIn", "ConferenceIdScan", "ScimToken", "Campaign", "DeadLetter");

    static Stream<PinFacts.Case> cases() {
        return PinFacts.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anEventBecomesItsExample(PinFacts.Case given) throws IOException {
        List<PublicRecord> published = given.published();
        assertEquals(1, published.size());
        PublicRecord made = published.getFirst();
        JsonNode example = new Examples(given.topic()).json(given.type(), given.which());
        assertEquals(example, JSON.readTree(JSON.writeValueAsBytes(made.data())));
        assertEquals("foyer.pin." + given.type() + ".v1", made.type());
        assertEquals("contoso.com", made.tenant());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void recordsAreKeyedByUserButVerificationsByMeeting(PinFacts.Case given) {
        String key = given.topic().equals("organizer.verified") ? "4711007" : "contoso.com/u-17";
        PublicRecord made = given.published().getFirst();
        assertEquals(key, made.key());
        assertEquals(key, made.subject());
    }

    @Test
    @Tag("F")
    void everyEventOfAUserIsPublishedToEverybodyAllowedButThoseOfOurKeys() {
        Set<Class<?>> published = cases().filter(given -> given.topic().equals("pin.events"))
                .map(given -> given.event().getClass())
                .collect(toSet());
        Set<Class<?>> all = new HashSet<>(Set.of(UserEvent.class.getPermittedSubclasses()));
        all.removeAll(PRIVATE);
        assertEquals(all, published);
    }

    @Test
    @Tag("A6")
    void nobodyHearsThatAPinWasRekeyed() {
        assertEquals(List.of(), PinFacts.rekeyed());
    }

    @Test
    void everyExampleOfAUsersTopicsIsMade() {
        for (String topic : Set.of("pin.events", "pin.deliveries", "organizer.verified")) {
            Set<String> tested = cases().filter(given -> given.topic().equals(topic))
                    .map(given -> given.type() + ".v1." + given.which() + ".json")
                    .collect(toSet());
            Set<String> files = new Examples(topic)
                    .files().stream()
                            .filter(name -> !name.endsWith("schema.json"))
                            .filter(name -> NOT_OF_USERS.stream().noneMatch(name::startsWith))
                            .collect(toSet());
            assertEquals(files, tested);
            assertTrue(files.stream()
                    .map(name -> name.split("\\.")[2])
                    .collect(toSet())
                    .equals(FULL_AND_MINIMAL));
        }
    }

    @Test
    @Tag("A6")
    void aSealedPinGoesToTheDeliveriesOnlyAndOnlyWithANewPin() {
        Map<Boolean, List<PinFacts.Case>> byNewPin = cases().collect(partitioningBy(
                given -> Set.of("PinReset", "UserEnabled", "PinDelivery").contains(given.type())));
        byNewPin.get(true).forEach(given -> assertEquals(1, sealedPins(given), given::toString));
        byNewPin.get(false).forEach(given -> assertEquals(0, sealedPins(given), given::toString));
        cases().filter(given -> !given.topic().equals("pin.deliveries"))
                .forEach(given -> assertTrue(
                        !JSON.valueToTree(given.published().getFirst().data())
                                .toString()
                                .contains("eyJ"),
                        given::toString));
    }

    /** What others act on as if we had said it to them ourselves; of all else the topic's word is enough. */
    @Test
    @Tag("case-S1c")
    void deliveriesAndVerificationsAreSigned() {
        Set<String> signed = Set.of("pin.deliveries", "organizer.verified");
        cases().forEach(given -> assertEquals(
                signed.contains(given.topic()), given.published().getFirst().signer() != null, given::toString));
    }

    private static long sealedPins(PinFacts.Case given) {
        return toMail(given).stream()
                .filter(made -> JSON.valueToTree(made.data()).has("sealedPin"))
                .count();
    }

    private static List<PublicRecord> toMail(PinFacts.Case given) {
        return new PinFacts.Case("pin.deliveries", given.type(), given.which(), given.history(), given.mail())
                .published();
    }

    /** Which event of a user makes which mail without a PIN (D); every other makes none. */
    @Test
    @Tag("M2")
    @Tag("M4")
    @Tag("M5")
    @Tag("L1")
    void whatTheUserIsToldWithoutAPin() {
        Map<String, String> kinds = new TreeMap<>();
        cases().filter(given -> given.topic().equals("pin.events"))
                .forEach(given -> toMail(given).stream()
                        .filter(made -> made.type().endsWith("Notice.v1"))
                        .forEach(made -> kinds.put(
                                given.type(),
                                JSON.valueToTree(made.data()).get("kind").asText())));
        assertEquals(
                Map.of(
                        "ConferenceIdChanged", "INFORMATION_CHANGED",
                        "DefaultNumberChanged", "INFORMATION_CHANGED",
                        "UserDisabled", "TURNED_OFF",
                        "PinLocked", "PIN_LOCKED",
                        "ConferenceInformationRequested", "CONFERENCE_INFORMATION"),
                kinds);
    }

    /** Whoever comes has no mails that wait, and another name is no other address. */
    @Test
    @Tag("D2")
    @Tag("case-M2")
    void onlyAnAddressThatChangesIsTold() {
        UserEvent amos = new UserEvent.UserProvisioned(profile("Amos Marble", "amos@contoso.com"));
        UserEvent named = new UserEvent.UserProvisioned(profile("Amos M.", "amos@contoso.com"));
        UserEvent moved = new UserEvent.UserProvisioned(profile("Amos M.", "amos.marble@contoso.com"));
        UserEvent left = new UserEvent.UserRemoved(Instant.EPOCH);
        assertEquals(List.of(), told(amos));
        assertEquals(List.of(), told(amos, named));
        assertEquals(List.of("foyer.pin.AddressChanged.v1"), told(amos, moved));
        assertEquals(List.of("foyer.pin.UserDeparted.v1"), told(amos, left));
        assertEquals(List.of(), told(amos, left, moved), "another person");
    }

    private static Profile profile(String displayName, String address) {
        return new Profile("amos@contoso.com", displayName, address, null, List.of());
    }

    private static List<String> told(UserEvent... history) {
        return new PinFacts.Case("pin.deliveries", "", "", List.of(history), MailOptions.BY_TENANT)
                .published().stream().map(PublicRecord::type).toList();
    }

    /** Two numbers at once are one mail, which says what holds in the end. */
    @Test
    @Tag("M2")
    @Tag("M4")
    @Tag("M5")
    @Tag("L1")
    void bothNumbersAtOnceAreOneMail() {
        UserEvent second =
                new UserEvent.DefaultNumberChanged(ServiceNumber.Type.TOLL_FREE, null, "+39800123456", Instant.EPOCH);
        PinFacts.Case first = cases().filter(given -> given.type().equals("DefaultNumberChanged"))
                .findFirst()
                .orElseThrow();
        var publisher = new UserPublisherV1(_ -> "header..signature");
        var alone = PinFacts.fact(first);
        var followed = new Publisher.Fact<>(
                alone.aggregateId(),
                alone.before(),
                alone.event(),
                alone.after(),
                alone.answer(),
                alone.meta(),
                alone.sequence(),
                List.of(second));
        assertEquals(2, publisher.publish(alone).size());
        assertEquals(1, publisher.publish(followed).size());
    }
}
