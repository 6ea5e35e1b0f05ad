package dev.foyer.meeting.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.deadletters.DeadLetterPublisherV1;
import dev.foyer.eventsourcing.deadletters.DeadLetterType;
import dev.foyer.meeting.PinServiceKeys;
import dev.foyer.meeting.contract.MeetingPublisherV1;
import dev.foyer.meeting.domain.LobbyRules;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.inbound.SignedVerifications;
import dev.foyer.testing.AskersTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may ask what by way of another instance, command by command. */
@Tag("case-S3")
class MeetingAskersTest {

    @Test
    void eachCommandHasItsAskers() {
        var service = new MeetingService();
        service.aggregates = MeetingAggregates.of(LobbyRules.DEFAULT, CommitListener.none(), CommitListener.none());
        service.webhooks = WebhookAggregates.of(WebhookConfigs.USUAL, CommitListener.none());
        service.deadLetters = DeadLetterType.of(
                new DeadLetterPublisherV1(MeetingPublisherV1.TOPIC, "meeting"), CommitListener.none());
        List<Class<?>> types = new ArrayList<>();
        service.aggregates().forEach(kind -> types.add(kind.wire().commands().type()));
        assertEquals("""
                AddWebhook: conferencing-admin
                Admit: bridge, client-app, conferencing-admin
                AlertOrganizer:
                AllowStartWithoutPin: service
                Ask: service
                AskForRoom: bridge, bridge-topic
                ChangeWebhook: conferencing-admin
                ChooseConferenceId: conferencing-admin
                ClosePersonalConference: service
                ComeAgain: bridge, bridge-topic
                DialIn: bridge, bridge-topic
                Discard: conferencing-admin
                EndAtTimeLimit:
                EndMeeting: conferencing-admin, operator
                EndReplay:
                FindDeliveries: auditor, conferencing-admin, operator
                ForgetChoice:
                ForgetDeliveries:
                ForgetMeeting:
                GiveUpDelivery: service
                GoAway: bridge, bridge-topic
                GoTo: bridge, bridge-topic
                HangUp: bridge
                JoinFromApp: client-app, organizer-topic
                LeaveFromApp: client-app, organizer-topic
                NoteAlive: bridge, bridge-topic
                NoteBeat: bridge, bridge-topic
                NoteBridge: service
                NoteHealth: service
                NoteLeft: bridge, bridge-topic, service
                OpenPersonalConference: service
                QueueDelivery: conferencing-admin
                RecordAttempt: service
                Redeliver: conferencing-admin
                RemoveAllWebhooks: operator
                RemoveWebhook: conferencing-admin
                Replay: conferencing-admin
                RotateWebhookSecret: conferencing-admin
                ScheduleMeeting: conferencing-admin
                SettleLeg:
                SettleLetter:
                StartByOrganizer: service
                StartVouchedFor: organizer-topic
                TurnAway: bridge-topic
                """, AskersTable.of(types, command -> service.askers("contoso.com/1234567", command)));
    }

    /** What a record of another service makes, and which of them must come along. */
    @Test
    void aRightPinComesWithTheRecordThatSaysSo() {
        var service = new MeetingService();
        service.verifications = new SignedVerifications(PinServiceKeys.trusted());
        assertEquals(
                """
                Admit:
                AlertOrganizer:
                AllowStartWithoutPin:
                AskForRoom:
                ClosePersonalConference:
                DialIn:
                EndAtTimeLimit:
                EndMeeting:
                ForgetMeeting:
                HangUp:
                JoinFromApp:
                LeaveFromApp:
                OpenPersonalConference:
                ScheduleMeeting:
                StartByOrganizer: signed
                StartVouchedFor:
                """,
                AskersTable.of(
                        List.of(MeetingCommand.class),
                        command -> service.origin(command).isPresent() ? Set.of("signed") : Set.of()));
    }
}
