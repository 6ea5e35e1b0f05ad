package dev.foyer.pin.contract;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.base.events.RecordSigner;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.pin.contract.PinEventsV1.PinDelivery;
import dev.foyer.pin.domain.user.Conferencing;
import dev.foyer.pin.domain.user.Delivery;
import dev.foyer.pin.domain.user.MailPlan;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.ScimDetails;
import dev.foyer.pin.domain.user.User;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserAnswer.MailAsked;
import dev.foyer.pin.domain.user.UserAnswer.PinIssued;
import dev.foyer.pin.domain.user.UserEvent;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdChanged;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdGivenUp;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdReturned;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdWanted;
import dev.foyer.pin.domain.user.UserEvent.ConferenceInformationAsked;
import dev.foyer.pin.domain.user.UserEvent.DefaultNumberChanged;
import dev.foyer.pin.domain.user.UserEvent.DeliveryKeyAwaited;
import dev.foyer.pin.domain.user.UserEvent.LicenceAwaitsUser;
import dev.foyer.pin.domain.user.UserEvent.LicenceGivenUp;
import dev.foyer.pin.domain.user.UserEvent.LicenceTriedAgain;
import dev.foyer.pin.domain.user.UserEvent.LicenceWaitEnded;
import dev.foyer.pin.domain.user.UserEvent.OrganizerVerified;
import dev.foyer.pin.domain.user.UserEvent.PinLocked;
import dev.foyer.pin.domain.user.UserEvent.PinRejected;
import dev.foyer.pin.domain.user.UserEvent.PinRekeyed;
import dev.foyer.pin.domain.user.UserEvent.PinReset;
import dev.foyer.pin.domain.user.UserEvent.PinUnlocked;
import dev.foyer.pin.domain.user.UserEvent.PstnOnlyMeetingsChanged;
import dev.foyer.pin.domain.user.UserEvent.UserDisabled;
import dev.foyer.pin.domain.user.UserEvent.UserEnabled;
import dev.foyer.pin.domain.user.UserEvent.UserForgotten;
import dev.foyer.pin.domain.user.UserEvent.UserNameAwaited;
import dev.foyer.pin.domain.user.UserEvent.UserNameHeld;
import dev.foyer.pin.domain.user.UserEvent.UserNameLeft;
import dev.foyer.pin.domain.user.UserEvent.UserProvisioned;
import dev.foyer.pin.domain.user.UserEvent.UserRemoved;
import dev.foyer.pin.domain.user.UserEvent.WaitingTold;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** From a user's private events to the public ones, and a new PIN to its delivery. */
public final class UserPublisherV1 implements Publisher<User, UserEvent, UserAnswer> {

    private final RecordSigner signer;

    /**
     * @param signer signs each delivery of a PIN and each verification that starts a meeting: notification-service mails
     *     nothing else, meeting-service lets in nobody else's callers
     */
    public UserPublisherV1(RecordSigner signer) {
        this.signer = signer;
    }

    @Override
    public List<PublicRecord> publish(Fact<User, UserEvent, UserAnswer> fact) {
        UserKey user = UserKey.parse(fact.aggregateId());
        return Stream.of(
                        events(user, fact).stream(),
                        MailNotices.of(user, fact).map(notice -> delivery(user, notice)).stream(),
                        AddressNotices.of(user, fact).map(notice -> delivery(user, notice)).stream())
                .flatMap(records -> records)
                .toList();
    }

    private List<PublicRecord> events(UserKey user, Fact<User, UserEvent, UserAnswer> fact) {
        String tenant = user.tenant();
        String id = user.userId();
        return switch (fact.event()) {
            case UserProvisioned(var profile, var nameCleaned, var reserved) ->
                List.of(event(
                        user,
                        new PinEventsV1.UserProvisioned(
                                tenant,
                                id,
                                profile.userPrincipalName(),
                                profile.displayName(),
                                profile.primarySmtpAddress(),
                                profile.preferredLanguage(),
                                profile.phoneNumbers().isEmpty() ? null : profile.phoneNumbers(),
                                nameCleaned,
                                scim(profile, ScimDetails::externalId),
                                scim(profile, ScimDetails::inactive) == null ? null : false,
                                scim(profile, said -> said.phoneTypes().isEmpty() ? null : said.phoneTypes()))));
            case UserRemoved _ -> List.of(event(user, new PinEventsV1.UserRemoved(tenant, id)));
            case UserEnabled e ->
                List.of(
                        event(
                                user,
                                new PinEventsV1.UserEnabled(
                                        tenant,
                                        id,
                                        e.conferenceId(),
                                        e.serviceNumber(),
                                        e.tollFreeServiceNumber(),
                                        e.allowPstnOnlyMeetings(),
                                        e.pinSetAt(),
                                        e.pinSetBy(),
                                        e.notificationId(),
                                        plan(fact),
                                        e.ownPin())),
                        delivery(user, "WELCOME", fact, e.pinSetAt()));
            case ConferenceIdWanted _, ConferenceIdGivenUp _, ConferenceIdReturned _, UserForgotten _ -> List.of();
            case LicenceAwaitsUser _, DeliveryKeyAwaited _, LicenceTriedAgain _, LicenceGivenUp _, LicenceWaitEnded _ ->
                List.of();
            case UserNameAwaited _, UserNameHeld _, UserNameLeft _ -> List.of();
            case ConferenceIdChanged(String from, String to, Instant at) ->
                List.of(event(
                        user,
                        new PinEventsV1.ConferenceIdChanged(
                                tenant, id, from, to, conferencing(fact).allowPstnOnlyMeetings(), at)));
            case DefaultNumberChanged(var type, String from, String to, Instant at) ->
                List.of(event(user, new PinEventsV1.DefaultNumberChanged(tenant, id, type.name(), from, to, at)));
            case PstnOnlyMeetingsChanged(boolean allowed, Instant at) ->
                List.of(event(
                        user,
                        new PinEventsV1.PstnOnlyMeetingsChanged(
                                tenant, id, conferencing(fact).conferenceId(), allowed, at)));
            case UserDisabled(String conferenceId, var at) ->
                List.of(event(user, new PinEventsV1.UserDisabled(tenant, id, conferenceId)));
            case PinReset e ->
                List.of(
                        event(
                                user,
                                new PinEventsV1.PinReset(
                                        tenant,
                                        id,
                                        e.conferenceId(),
                                        e.pinSetAt(),
                                        e.pinSetBy(),
                                        e.notificationId(),
                                        plan(fact),
                                        e.ownPin() ? true : null)),
                        delivery(user, "PIN_RESET", fact, e.pinSetAt()));
            case PinRejected e ->
                List.of(event(
                        user,
                        new PinEventsV1.PinRejected(tenant, id, e.conferenceId(), e.callId(), e.failedAttempts())));
            case PinLocked(Instant since, Instant until) ->
                List.of(event(user, new PinEventsV1.PinLocked(tenant, id, since, until)));
            case PinUnlocked(var reason, Instant at) -> {
                // Twice: behind the news of the lock, too, so that those are not mailed any more.
                var unlocked = new PinEventsV1.PinUnlocked(tenant, id, reason.name(), at);
                yield List.of(event(user, unlocked), delivery(user, unlocked));
            }
            case ConferenceInformationAsked(String notificationId, var _, Instant at) -> {
                MailPlan plan = ((MailAsked) fact.answer()).mail();
                yield List.of(event(
                        user,
                        new PinEventsV1.ConferenceInformationRequested(
                                tenant,
                                id,
                                conferencing(fact).conferenceId(),
                                notificationId,
                                plan.status().name(),
                                at)));
            }
            case PinRekeyed ours -> List.of();
            case WaitingTold ours -> List.of(); // meeting-service has said so to everybody
            case OrganizerVerified(String conferenceId, String callId, Instant at) -> {
                // Twice, because the two topics are keyed for two kinds of readers: by user, and by meeting.
                var verified = new PinEventsV1.OrganizerVerified(tenant, id, conferenceId, callId, at);
                yield List.of(
                        event(user, verified),
                        new PublicRecord(
                                PinTopics.ORGANIZER_VERIFIED,
                                conferenceId,
                                verified.type(),
                                conferenceId,
                                tenant,
                                verified,
                                signer));
            }
        };
    }

    private static <T> T scim(Profile profile, Function<ScimDetails, T> field) {
        return profile.scim() == null ? null : field.apply(profile.scim());
    }

    /** Of a user who is enabled after this event. */
    private static Conferencing conferencing(Fact<User, UserEvent, UserAnswer> fact) {
        return ((Enabled) fact.after()).conferencing();
    }

    /** Only a command that makes a PIN has such an event, and is published with its answer. */
    private static String plan(Fact<User, UserEvent, UserAnswer> fact) {
        MailPlan mail = ((PinIssued) fact.answer()).mail();
        return mail == null ? null : mail.status().name();
    }

    private static PublicRecord event(UserKey user, PinEventsV1 data) {
        return new PublicRecord(PinTopics.EVENTS, user.toString(), data.type(), user.toString(), user.tenant(), data);
    }

    /** The sealed PIN comes with the answer, never with the event: the journal must not have it. */
    private PublicRecord delivery(UserKey user, String kind, Fact<User, UserEvent, UserAnswer> fact, Instant at) {
        PinIssued issued = (PinIssued) fact.answer();
        Delivery delivery = issued.delivery().orElseThrow();
        Enabled after = (Enabled) fact.after();
        Conferencing conferencing = after.conferencing();
        var data = new PinDelivery(
                issued.notificationId(),
                kind,
                new PinDelivery.Addressee(
                        user.tenant(),
                        user.userId(),
                        after.profile().displayName(),
                        after.profile().primarySmtpAddress(),
                        after.profile().preferredLanguage()),
                new PinDelivery.DialIn(
                        conferencing.conferenceId(),
                        conferencing.serviceNumber(),
                        conferencing.tollFreeServiceNumber()),
                delivery.sealed().jwe(),
                new PinDelivery.MailDecision(
                        delivery.automatic(),
                        delivery.mail().send(),
                        delivery.mail().toAddress(),
                        delivery.shown() ? true : null),
                at,
                fact.sequence());
        return delivery(user, data);
    }

    private PublicRecord delivery(UserKey user, PinEventsV1 data) {
        return new PublicRecord(
                PinTopics.DELIVERIES, user.toString(), data.type(), user.toString(), user.tenant(), data, signer);
    }
}
