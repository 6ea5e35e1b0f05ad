package dev.foyer.meeting.domain.webhook;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a webhook may be told of: all that a tenant finds in {@code out.<tenant>.events}, under the names that it has there. A name
 * that never comes is refused, so it must be here; {@code EventTypesTest} compares with the contracts of all services.
 */
public final class EventTypes {

    private static final Set<String> ALL = Collections.unmodifiableSet(new TreeSet<>(Set.of(
            "foyer.meeting.CallerAdmitted.v1",
            "foyer.meeting.CallerBecameLeader.v1",
            "foyer.meeting.CallerRefused.v1",
            "foyer.meeting.CallerWaiting.v1",
            "foyer.meeting.CallersAdmitted.v1",
            "foyer.meeting.DeadLetterDiscarded.v1",
            "foyer.meeting.DeadLetterReplayed.v1",
            "foyer.meeting.OrganizerAlerted.v1",
            "foyer.meeting.MeetingClosed.v1",
            "foyer.meeting.MeetingEnded.v1",
            "foyer.meeting.MeetingScheduled.v1",
            "foyer.meeting.MeetingStarted.v1",
            "foyer.meeting.ParticipantJoined.v1",
            "foyer.meeting.ParticipantLeft.v1",
            "foyer.meeting.StartWithoutPinChanged.v1",
            "foyer.meeting.TimeLimitReached.v1",
            "foyer.meeting.VerificationIgnored.v1",
            "foyer.meeting.WebhookAdded.v1",
            "foyer.meeting.WebhookChanged.v1",
            "foyer.meeting.WebhookDisabled.v1",
            "foyer.meeting.WebhookRemoved.v1",
            "foyer.meeting.WebhookSecretRotated.v1",
            "foyer.notification.DeadLetterDiscarded.v1",
            "foyer.notification.DeadLetterReplayed.v1",
            "foyer.notification.NotificationAttemptFailed.v1",
            "foyer.notification.NotificationDiscarded.v1",
            "foyer.notification.NotificationExpired.v1",
            "foyer.notification.NotificationFailed.v1",
            "foyer.notification.NotificationHandedOver.v1",
            "foyer.notification.NotificationHeld.v1",
            "foyer.notification.NotificationOpened.v1",
            "foyer.notification.NotificationQueued.v1",
            "foyer.notification.NotificationReaddressed.v1",
            "foyer.notification.NotificationReleased.v1",
            "foyer.notification.NotificationRetried.v1",
            "foyer.notification.NotificationRevealed.v1",
            "foyer.notification.NotificationSent.v1",
            "foyer.notification.NotificationSuperseded.v1",
            "foyer.pin.AccountForgotten.v1",
            "foyer.pin.AccountSignedIn.v1",
            "foyer.pin.AccountSignedOut.v1",
            "foyer.pin.CampaignContinued.v1",
            "foyer.pin.CampaignFinished.v1",
            "foyer.pin.CampaignProgressed.v1",
            "foyer.pin.CampaignStarted.v1",
            "foyer.pin.CampaignStopped.v1",
            "foyer.pin.ConferenceIdChanged.v1",
            "foyer.pin.ConferenceIdScanCleared.v1",
            "foyer.pin.ConferenceIdScanSuspected.v1",
            "foyer.pin.ConferenceInformationRequested.v1",
            "foyer.pin.DeadLetterDiscarded.v1",
            "foyer.pin.DeadLetterReplayed.v1",
            "foyer.pin.DefaultNumberChanged.v1",
            "foyer.pin.OrganizerVerified.v1",
            "foyer.pin.PinLocked.v1",
            "foyer.pin.PinRejected.v1",
            "foyer.pin.PinReset.v1",
            "foyer.pin.PinUnlocked.v1",
            "foyer.pin.PstnOnlyMeetingsChanged.v1",
            "foyer.pin.ScimTokenMade.v1",
            "foyer.pin.ScimTokenRevoked.v1",
            "foyer.pin.ScimTokenUsed.v1",
            "foyer.pin.SignInDelayed.v1",
            "foyer.pin.SignInFailed.v1",
            "foyer.pin.TenantAdded.v1",
            "foyer.pin.TenantRemoved.v1",
            "foyer.pin.TenantSettingsChanged.v1",
            "foyer.pin.UserDisabled.v1",
            "foyer.pin.UserEnabled.v1",
            "foyer.pin.UserProvisioned.v1",
            "foyer.pin.UserRemoved.v1")));

    private EventTypes() {}

    /** In the order of the alphabet. */
    public static Set<String> all() {
        return ALL;
    }
}
