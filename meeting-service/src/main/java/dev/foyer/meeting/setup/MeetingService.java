package dev.foyer.meeting.setup;

import dev.foyer.base.Roles;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.HeapRoom;
import dev.foyer.eventsourcing.deadletters.DeadLetterCommand;
import dev.foyer.eventsourcing.deadletters.DeadLetterPublisherV1;
import dev.foyer.eventsourcing.deadletters.DeadLetterType;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.meeting.contract.MeetingPublisherV1;
import dev.foyer.meeting.domain.LobbyRule;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.TenantRoom;
import dev.foyer.meeting.domain.bridge.BridgeCommand;
import dev.foyer.meeting.domain.delivery.DeliveryCommand;
import dev.foyer.meeting.domain.delivery.DeliveryEvent;
import dev.foyer.meeting.domain.delivery.Outbox;
import dev.foyer.meeting.domain.leg.LegCommand;
import dev.foyer.meeting.domain.numbering.ChooseConferenceId;
import dev.foyer.meeting.domain.numbering.ForgetChoice;
import dev.foyer.meeting.domain.webhook.WebhookCommand;
import dev.foyer.meeting.inbound.BridgeReactions;
import dev.foyer.meeting.inbound.InboundChannels;
import dev.foyer.meeting.inbound.OrganizerReactions;
import dev.foyer.meeting.inbound.PinReactions;
import dev.foyer.meeting.inbound.SignedVerifications;
import dev.foyer.meeting.inbound.TenantSettingsTable;
import dev.foyer.meeting.inbound.TenantSettingsTable.LobbyChoice;
import dev.foyer.meeting.journal.MeetingJournal;
import dev.foyer.meeting.process.LateLeavings;
import dev.foyer.meeting.webhook.PublicEventDeliveries;
import dev.foyer.meeting.webhook.WebhooksConfig;
import dev.foyer.service.eventsourced.ConsumerProgress;
import dev.foyer.service.eventsourced.EventSourcedService;
import dev.foyer.service.eventsourced.deadletters.Replays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What meeting-service consists of. The two topics have a channel each: a PIN verification may have to wait until the
 * other channel has brought the user's enabling.
 */
@ApplicationScoped
public class MeetingService implements EventSourcedService {

    private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(1);
    private static final Duration LONGEST_SILENCE = Duration.ofHours(24);

    @Inject
    PinReactions reactions;

    @Inject
    SignedVerifications verifications;

    @Inject
    BridgeReactions bridge;

    @Inject
    OrganizerReactions organizer;

    @Inject
    MeetingAggregates aggregates;

    @Inject
    WebhookAggregates webhooks;

    @Inject
    PublicEventDeliveries deliveries;

    @Inject
    TenantSettingsTable settings;

    @Inject
    DeadLetterType deadLetters;

    @Produces
    @Singleton
    static MeetingAggregates aggregates(
            TenantSettingsTable settings,
            ConsumerProgress progress,
            MeetingConfig config,
            OpenLobbies open,
            LateLeavings leavings) {
        int mostCalls = config.mostCalls();
        if (mostCalls < 1 || mostCalls > LobbyRule.MOST_CALLS) {
            throw new IllegalArgumentException("foyer.meeting.most-calls must be 1 to " + LobbyRule.MOST_CALLS
                    + ", and is " + mostCalls + ": a larger meeting would not fit into a snapshot.");
        }
        Duration silence = config.callSilence();
        if (silence.compareTo(SHORTEST_SILENCE) < 0 || silence.compareTo(LONGEST_SILENCE) > 0) {
            throw new IllegalArgumentException("foyer.meeting.call-silence must be 1 s to 24 h, and is " + silence
                    + ": whoever is silent for longer has left with the meeting.");
        }
        int mostOfTenant = config.mostCallsOfTenant();
        if (mostOfTenant < 1) {
            throw new IllegalArgumentException(
                    "foyer.meeting.most-calls-of-tenant must be at least 1, and is " + mostOfTenant + ".");
        }
        return MeetingAggregates.of(
                tenant -> {
                    LobbyChoice chosen = settings.of(tenant);
                    return new LobbyRule(
                            chosen.admission(),
                            mostCalls,
                            chosen.alertMinutes(),
                            chosen.announcements(),
                            new TenantRoom(open.callsOf(tenant), mostOfTenant));
                },
                HeapRoom.ofThisJvm()::isLeftToGrow,
                new ChosenSilences(settings, () -> progress.tablesCaughtUp(), silence),
                open,
                leavings);
    }

    @Produces
    @Singleton
    static WebhookAggregates webhooks(WebhooksConfig config, CommitListener<Outbox, DeliveryEvent> deliverer) {
        return WebhookAggregates.of(config, deliverer);
    }

    @Produces
    @Singleton
    static DeadLetterType deadLetters(Replays replays) {
        return DeadLetterType.of(new DeadLetterPublisherV1(MeetingPublisherV1.TOPIC, "meeting"), replays);
    }

    @Override
    public int storedFormat() {
        return MeetingJournal.FORMAT;
    }

    @Override
    public List<AggregateType<?, ?, ?, ?, ?, ?>> aggregates() {
        return Stream.of(aggregates.all(), webhooks.all(), List.of(deadLetters.aggregates()))
                .<AggregateType<?, ?, ?, ?, ?, ?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public boolean isOf(String tenant, String aggregateId, Object command) {
        return switch (command) {
            case MeetingCommand.InMeeting wanted -> wanted.tenant().equals(tenant);
            case MeetingCommand.ScheduleMeeting wanted -> wanted.tenant().equals(tenant);
            case ChooseConferenceId _, LegCommand _, DeliveryCommand _, BridgeCommand _ ->
                aggregateId.startsWith(tenant + "/");
            case WebhookCommand _ -> aggregateId.equals(tenant);
            case DeadLetterCommand _ -> DeadLetterType.tenantOf(aggregateId).equals(tenant);
            default -> false;
        };
    }

    @Override
    public Set<String> askers(String aggregateId, Object command) {
        return switch (command) {
            case MeetingCommand asked -> ofMeeting(asked);
            case ChooseConferenceId _ -> Set.of(Roles.ADMIN);
            case ForgetChoice _ -> Set.of(); // a timer
            case LegCommand asked -> ofLeg(asked);
            case WebhookCommand asked -> ofWebhook(asked);
            case DeliveryCommand asked -> ofOutbox(asked);
            case BridgeCommand.NoteBeat _ -> Set.of(Roles.BRIDGE, BridgeReactions.ROLE);
            case BridgeCommand.Ask _ -> Set.of(Roles.SERVICE);
            case DeadLetterCommand asked -> DeadLetterType.askers(aggregateId, asked);
            default -> Set.of();
        };
    }

    private static Set<String> ofWebhook(WebhookCommand command) {
        return switch (command) {
            case WebhookCommand.AddWebhook _,
                    WebhookCommand.ChangeWebhook _,
                    WebhookCommand.RotateWebhookSecret _,
                    WebhookCommand.RemoveWebhook _ -> Set.of(Roles.ADMIN);
            case WebhookCommand.RemoveAllWebhooks _ -> Set.of(Roles.OPERATOR);
            case WebhookCommand.NoteHealth _ -> Set.of(Roles.SERVICE);
        };
    }

    private static Set<String> ofOutbox(DeliveryCommand command) {
        return switch (command) {
            // Events are queued by us, tests by an administrator.
            case DeliveryCommand.QueueDelivery queued ->
                queued.source() == null ? Set.of(Roles.ADMIN) : Set.of(Roles.SERVICE);
            case DeliveryCommand.Redeliver _ -> Set.of(Roles.ADMIN);
            case DeliveryCommand.FindDeliveries _ -> Set.of(Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR);
            case DeliveryCommand.RecordAttempt _, DeliveryCommand.GiveUpDelivery _ -> Set.of(Roles.SERVICE);
            case DeliveryCommand.ForgetDeliveries _ -> Set.of(); // a timer
        };
    }

    /** What was left undone is done by us. */
    private static Set<String> ofLeg(LegCommand command) {
        return switch (command) {
            case LegCommand.GoTo _, LegCommand.ComeAgain _, LegCommand.GoAway _ ->
                Set.of(Roles.BRIDGE, BridgeReactions.ROLE);
            case LegCommand.NoteAlive _ -> Set.of(Roles.BRIDGE, BridgeReactions.ROLE);
            case LegCommand.NoteBridge _ -> Set.of(Roles.SERVICE);
            case LegCommand.TurnAway _ -> Set.of(BridgeReactions.ROLE);
            case LegCommand.NoteLeft _ -> Set.of(Roles.BRIDGE, BridgeReactions.ROLE, Roles.SERVICE);
            case LegCommand.SettleLeg _ -> Set.of(); // a timer
        };
    }

    private static Set<String> ofMeeting(MeetingCommand command) {
        return switch (command) {
            case MeetingCommand.ScheduleMeeting _ -> Set.of(Roles.ADMIN);
            case MeetingCommand.EndMeeting _ -> Set.of(Roles.ADMIN, Roles.OPERATOR);
            case MeetingCommand.Admit _ -> Set.of(Roles.ADMIN, Roles.BRIDGE, Roles.CLIENT_APP);
            case MeetingCommand.DialIn _, MeetingCommand.AskForRoom _ -> Set.of(Roles.BRIDGE, BridgeReactions.ROLE);
            // What a leg left behind that is elsewhere by now.
            case MeetingCommand.HangUp gone ->
                gone.before() == null
                        ? Set.of(Roles.BRIDGE)
                        : Set.of(Roles.BRIDGE, BridgeReactions.ROLE, Roles.SERVICE);
            case MeetingCommand.JoinFromApp _, MeetingCommand.LeaveFromApp _ ->
                Set.of(Roles.CLIENT_APP, OrganizerReactions.ROLE);
            case MeetingCommand.StartVouchedFor _ -> Set.of(OrganizerReactions.ROLE);
            case MeetingCommand.OpenPersonalConference _,
                    MeetingCommand.ClosePersonalConference _,
                    MeetingCommand.AllowStartWithoutPin _,
                    MeetingCommand.StartByOrganizer _ -> Set.of(Roles.SERVICE);
            case MeetingCommand.EndAtTimeLimit _, MeetingCommand.AlertOrganizer _, MeetingCommand.ForgetMeeting _ ->
                Set.of(); // a timer
        };
    }

    /** A right PIN: whoever made it up would be a leader. Of the others see docs/security.md. */
    @Override
    public Optional<Origin> origin(Object command) {
        return command instanceof MeetingCommand.StartByOrganizer
                ? Optional.of(verifications::makes)
                : Optional.empty();
    }

    @Override
    public Map<String, InboundHandler> inbound() {
        return Map.of(
                InboundChannels.BRIDGE, bridge,
                InboundChannels.ORGANIZER, organizer,
                InboundChannels.PIN_EVENTS, reactions.toEvents(),
                InboundChannels.ORGANIZER_VERIFIED, reactions.toVerifications(),
                InboundChannels.TENANT_EVENTS, deliveries);
    }

    @Override
    public List<Table> tables() {
        return List.of(settings.table());
    }
}
