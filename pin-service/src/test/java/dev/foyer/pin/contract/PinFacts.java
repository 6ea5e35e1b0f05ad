package dev.foyer.pin.contract;

import static dev.foyer.pin.domain.user.UserFixture.AMOS;
import static dev.foyer.pin.domain.user.UserFixture.CONFERENCE_ID;
import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.PIN;
import static dev.foyer.pin.domain.user.UserFixture.disabled;
import static dev.foyer.pin.domain.user.UserFixture.enabled;
import static dev.foyer.pin.domain.user.UserFixture.lockedForGood;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher.Fact;
import dev.foyer.pin.domain.pin.FakeVault;
import dev.foyer.pin.domain.pin.SealedPin;
import dev.foyer.pin.domain.tenant.ServiceNumber;
import dev.foyer.pin.domain.user.Around;
import dev.foyer.pin.domain.user.Delivery;
import dev.foyer.pin.domain.user.MailOptions;
import dev.foyer.pin.domain.user.MailPlan;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.ScimDetails;
import dev.foyer.pin.domain.user.User;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserAnswer.MailAsked;
import dev.foyer.pin.domain.user.UserAnswer.PinIssued;
import dev.foyer.pin.domain.user.UserDecider;
import dev.foyer.pin.domain.user.UserEvent;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdChanged;
import dev.foyer.pin.domain.user.UserEvent.ConferenceInformationAsked;
import dev.foyer.pin.domain.user.UserEvent.DefaultNumberChanged;
import dev.foyer.pin.domain.user.UserEvent.OrganizerVerified;
import dev.foyer.pin.domain.user.UserEvent.PinLocked;
import dev.foyer.pin.domain.user.UserEvent.PinRejected;
import dev.foyer.pin.domain.user.UserEvent.PinUnlocked;
import dev.foyer.pin.domain.user.UserEvent.PstnOnlyMeetingsChanged;
import dev.foyer.pin.domain.user.UserEvent.UnlockReason;
import dev.foyer.pin.domain.user.UserEvent.UserEnabled;
import dev.foyer.pin.domain.user.UserEvent.UserProvisioned;
import dev.foyer.pin.domain.user.UserEvent.UserRemoved;
import dev.foyer.pin.domain.user.UserEvent.WaitingTold;
import dev.foyer.pin.domain.user.UserFixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A user's events in the surroundings that make the examples of the contract. */
final class PinFacts {

    private static final String JWE =
            "eyJhbGciOiJSU0EtT0FFUC0yNTYiLCJlbmMiOiJBMjU2R0NNIiwia2lkIjoiZDEifQ.a2V5.aXY.Y2lwaGVydGV4dA.dGFn";
    private static final Profile OVER_SCIM = new Profile(
            AMOS.userPrincipalName(),
            AMOS.displayName(),
            AMOS.primarySmtpAddress(),
            AMOS.preferredLanguage(),
            AMOS.phoneNumbers(),
            new ScimDetails("00u1a2b3", true, Map.of("+441632960123", "work")));
    private static final UserProvisioned BARE =
            new UserProvisioned(new Profile("amos.marble@contoso.com", "Amos Marble", null, null, null), null, true);
    private static final UserProvisioned ITALIAN = new UserProvisioned(
            new Profile("amos.marble@contoso.com", "Amos Marble", "amos.marble@contoso.com", "it", List.of()),
            null,
            true);
    private static final UserEnabled WITH_NUMBERS = new UserEnabled(
            CONFERENCE_ID,
            "+390212345678",
            "+39800123456",
            false,
            FakeVault.verifierOf(PIN),
            5,
            NOW,
            "admin",
            Around.ID.toString(),
            true);
    private static final MailOptions SEND = new MailOptions(true, "amos@example.org");
    private static final PinLocked FOR_AN_HOUR = new PinLocked(NOW, NOW.plus(Duration.ofHours(1)));
    private static final PinUnlocked EXPIRED = new PinUnlocked(UnlockReason.EXPIRED, NOW.plus(Duration.ofHours(1)));
    private static final UserEvent RESET = UserFixture.reset("29157", false);

    private PinFacts() {}

    /**
     * @param type of the example, also of the published data
     * @param which full or minimal
     * @param history that ends with the event
     */
    record Case(String topic, String type, String which, List<UserEvent> history, MailOptions mail) {

        UserEvent event() {
            return history.getLast();
        }

        /** What is published of the event to the topic. */
        List<PublicRecord> published() {
            return new UserPublisherV1(_ -> "header..signature")
                    .publish(fact(this)).stream()
                            .filter(each -> each.topic().equals(topic))
                            .toList();
        }

        @Override
        public String toString() {
            return topic + " " + type + " " + which;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                        full("UserProvisioned", new UserProvisioned(OVER_SCIM, true, true)),
                        minimal("UserProvisioned", BARE),
                        both("UserRemoved", BARE, new UserRemoved(NOW)),
                        full("UserEnabled", BARE, WITH_NUMBERS),
                        minimal("UserEnabled", BARE, enabled()),
                        both("UserDisabled", BARE, enabled(), disabled()),
                        both(
                                "ConferenceIdChanged",
                                BARE,
                                enabled(),
                                new ConferenceIdChanged(CONFERENCE_ID, "8150042", NOW)),
                        full("DefaultNumberChanged", BARE, WITH_NUMBERS, number("+390212345678", "+390687654321")),
                        minimal("DefaultNumberChanged", BARE, WITH_NUMBERS, number(null, null)),
                        both("PstnOnlyMeetingsChanged", BARE, enabled(), new PstnOnlyMeetingsChanged(true, NOW)),
                        full("PinReset", BARE, enabled(), UserFixture.reset("29157", true)),
                        minimal("PinReset", BARE, enabled(), RESET),
                        both("PinRejected", BARE, enabled(), new PinRejected(CONFERENCE_ID, "call-1", NOW, true, 3)),
                        full("PinLocked", BARE, enabled(), FOR_AN_HOUR),
                        minimal("PinLocked", BARE, enabled(), lockedForGood()),
                        both("PinUnlocked", BARE, enabled(), FOR_AN_HOUR, EXPIRED),
                        both("OrganizerVerified", BARE, enabled(), verified()),
                        to("organizer.verified", "OrganizerVerified", "full", BARE, enabled(), verified()),
                        to("organizer.verified", "OrganizerVerified", "minimal", BARE, enabled(), verified()),
                        to("pin.events", "ConferenceInformationRequested", "full", BARE, enabled(), asked()),
                        to("pin.events", "ConferenceInformationRequested", "minimal", BARE, enabled(), asked()),
                        to("pin.deliveries", "PinUnlocked", "full", BARE, enabled(), FOR_AN_HOUR, EXPIRED),
                        to("pin.deliveries", "PinUnlocked", "minimal", BARE, enabled(), FOR_AN_HOUR, EXPIRED),
                        to("pin.deliveries", "AddressChanged", "full", BARE, enabled(), ITALIAN),
                        to("pin.deliveries", "AddressChanged", "minimal", ITALIAN, BARE),
                        to("pin.deliveries", "UserDeparted", "full", BARE, new UserRemoved(NOW)),
                        to("pin.deliveries", "UserDeparted", "minimal", BARE, new UserRemoved(NOW)),
                        to("pin.deliveries", "MailNotice", "full", ITALIAN, WITH_NUMBERS, asked()),
                        to("pin.deliveries", "MailNotice", "minimal", BARE, enabled(), askedPlainly()),
                        to("pin.deliveries", "LockNotice", "full", ITALIAN, WITH_NUMBERS, FOR_AN_HOUR),
                        to("pin.deliveries", "LockNotice", "minimal", BARE, enabled(), lockedForGood()),
                        to("pin.deliveries", "WaitingNotice", "full", ITALIAN, WITH_NUMBERS, waits()),
                        to("pin.deliveries", "WaitingNotice", "minimal", BARE, enabled(), waits()),
                        Stream.of(
                                delivery("full", SEND, ITALIAN, WITH_NUMBERS, RESET),
                                delivery("minimal", MailOptions.BY_TENANT, BARE, enabled(), RESET)))
                .flatMap(cases -> cases);
    }

    private static DefaultNumberChanged number(String from, String to) {
        return new DefaultNumberChanged(ServiceNumber.Type.TOLL, from, to, NOW);
    }

    /** What is published, to whatever topic, when a PIN is rekeyed. */
    static List<PublicRecord> rekeyed() {
        List<UserEvent> history = List.of(BARE, enabled(), UserFixture.rekeyed(PIN));
        return new UserPublisherV1(_ -> "header..signature")
                .publish(fact(new Case("", "PinRekeyed", "", history, MailOptions.BY_TENANT)));
    }

    static UserEvent asked() {
        return new ConferenceInformationAsked(Around.ID.toString(), "amos@example.org", NOW);
    }

    private static UserEvent askedPlainly() {
        return new ConferenceInformationAsked(Around.ID.toString(), null, NOW);
    }

    private static UserEvent waits() {
        return new WaitingTold(
                "f6892590-339e-3d31-9586-4efb3fe43ad7", "471100815", NOW.minus(Duration.ofMinutes(5)), 2, NOW);
    }

    private static OrganizerVerified verified() {
        return new OrganizerVerified(CONFERENCE_ID, "call-1", NOW);
    }

    private static Stream<Case> both(String type, UserEvent... history) {
        return Stream.concat(full(type, history), minimal(type, history));
    }

    private static Stream<Case> full(String type, UserEvent... history) {
        return to("pin.events", type, "full", history);
    }

    private static Stream<Case> minimal(String type, UserEvent... history) {
        return to("pin.events", type, "minimal", history);
    }

    private static Stream<Case> to(String topic, String type, String which, UserEvent... history) {
        return Stream.of(new Case(topic, type, which, List.of(history), MailOptions.BY_TENANT));
    }

    private static Case delivery(String which, MailOptions mail, UserEvent... history) {
        return new Case("pin.deliveries", "PinDelivery", which, List.of(history), mail);
    }

    static Fact<User, UserEvent, UserAnswer> fact(Case given) {
        UserDecider decider = new UserDecider();
        User before = decider.initial();
        for (UserEvent event : given.history().subList(0, given.history().size() - 1)) {
            before = decider.evolve(before, event);
        }
        User after = decider.evolve(before, given.event());
        var meta = new CommandMeta("command-1", "command-1", Around.ADMIN);
        return new Fact<>("contoso.com/u-17", before, given.event(), after, issued(given), meta, 12);
    }

    private static UserAnswer issued(Case given) {
        if (given.event() instanceof ConferenceInformationAsked) {
            return new MailAsked(Around.ID.toString(), new MailPlan(MailPlan.Status.QUEUED, "amos@example.org"));
        }
        boolean full = given.which().equals("full");
        return new PinIssued(
                CONFERENCE_ID,
                Around.ID.toString(),
                Optional.empty(),
                Optional.of(new Delivery(new SealedPin(JWE), given.mail(), true, given.mail() == SEND)),
                full ? new MailPlan(MailPlan.Status.QUEUED, "amos.marble@contoso.com") : null);
    }
}
