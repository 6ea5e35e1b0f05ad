package com.example;

import static com.example.Tries.asked;
import static com.example.Tries.is;
import static com.example.Tries.refused;
import static com.example.Tries.soon;

import com.example.foyer.ApiClient;
import com.example.foyer.api.AuditApi;
import com.example.foyer.api.BridgeApi;
import com.example.foyer.api.ConferencingApi;
import com.example.foyer.api.MeetingsApi;
import com.example.foyer.api.NotificationsApi;
import com.example.foyer.api.SettingsApi;
import com.example.foyer.api.UsersApi;
import com.example.foyer.model.Call;
import com.example.foyer.model.DialIn;
import com.example.foyer.model.Enable;
import com.example.foyer.model.HistoryAnswer;
import com.example.foyer.model.MeetingAnswer;
import com.example.foyer.model.NotificationAnswer.StatusEnum;
import com.example.foyer.model.OrganizerPin;
import com.example.foyer.model.Phase;
import com.example.foyer.model.PinAnswer;
import com.example.foyer.model.PinOutcome;
import com.example.foyer.model.Presence;
import com.example.foyer.model.Reset;
import com.example.foyer.model.Send;
import com.example.foyer.model.Settings;
import com.example.foyer.model.State;
import com.example.foyer.model.User;
import com.example.foyer.model.UserAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Written by somebody who has read the generated classes, and nothing of Foyer: what {@code ./foyer demo} plays, step by step. */
public final class Stranger {

    private static final String USER = "stranger";
    private static final String ADDRESS = "stranger@contoso.com";

    private final UsersApi users;
    private final ConferencingApi conferencing;
    private final MeetingsApi meetings;
    private final NotificationsApi mails;
    private final SettingsApi settings;
    private final AuditApi audit;
    private final BridgeApi bridge;
    private String conferenceId;
    private String pin;
    private int legs;

    private Stranger(ApiClient admin, ApiClient telephony) {
        users = new UsersApi(admin);
        conferencing = new ConferencingApi(admin);
        meetings = new MeetingsApi(admin);
        mails = new NotificationsApi(admin);
        settings = new SettingsApi(admin);
        audit = new AuditApi(admin);
        bridge = new BridgeApi(telephony);
    }

    /** @param args the address of the gateway */
    public static void main(String[] args) throws Exception {
        Stranger stranger = new Stranger(
                client(args[0], "admin", System.getenv("ADMIN_PASSWORD")),
                client(args[0], "bridge", System.getenv("BRIDGE_PASSWORD")));
        stranger.enable();
        stranger.callersWaitAndAreLetIn();
        stranger.reset();
        stranger.longerPins();
        stranger.heldMails();
        stranger.refusals();
        stranger.audit();
        System.out.println("played");
    }

    private static ApiClient client(String address, String account, String password) {
        String pair = Base64.getEncoder()
                .encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
        ApiClient client = new ApiClient();
        client.updateBaseUri(address);
        client.setRequestInterceptor(request -> request.setHeader("Authorization", "Basic " + pair));
        return client;
    }

    private void enable() throws Exception {
        UserAnswer made = asked(key -> users.usersPut(UsersApi.APIUsersPutRequest.newBuilder()
                .user(USER)
                .idempotencyKey(key)
                .user2(new User()
                        .userPrincipalName(ADDRESS)
                        .displayName("Known By Documents")
                        .primarySmtpAddress(ADDRESS))
                .build()));
        is(made.getUserId().equals(USER), "the user is there");
        PinAnswer enabled =
                asked(key -> conferencing.conferencingEnable(ConferencingApi.APIConferencingEnableRequest.newBuilder()
                        .user(USER)
                        .idempotencyKey(key)
                        .enable(new Enable())
                        .build()));
        conferenceId = enabled.getConferenceId();
        pin = enabled.getPin();
        is(pin != null && conferenceId != null, "the PIN is shown once");
        becomes(enabled.getNotification().getId(), StatusEnum.SENT, "the welcome mail leaves");
        UserAnswer seen = asked(key -> users.usersGet(
                UsersApi.APIUsersGetRequest.newBuilder().user(USER).build()));
        is(!pin.equals(seen.getConferencing().getPin().getValue()), "and the PIN is never shown again");
    }

    private void callersWaitAndAreLetIn() throws Exception {
        String one = waits();
        String another = waits();
        String organizer = waits();
        PinOutcome wrong = keyIn(organizer, pin.equals("0000") ? "0001" : "0000");
        is(wrong.getState() == State.LOBBY && wrong.getTriesLeft() != null, "a wrong PIN leaves them in the lobby");
        PinOutcome right = keyIn(organizer, pin);
        is(right.getState() == State.JOINED && right.getLeader(), "the right one makes the leader");
        soon("both callers are let in", () -> state(one) == State.JOINED && state(another) == State.JOINED);
        MeetingAnswer meeting = meeting();
        is(meeting.getPhase() == Phase.RUNNING && meeting.getCounts().getAdmitted() == 3, "the meeting runs");
        is(
                meeting.getParticipants().stream().allMatch(caller -> caller.getState() == Presence.ADMITTED),
                "everybody is in it");
        String late = "leg-" + ++legs;
        is(dial(late).getState() == DialIn.StateEnum.JOINED, "who comes later joins at once");
        for (String leg : List.of(one, another, organizer, late)) {
            hangUp(leg);
        }
        soon("the meeting is over when the last one has hung up", () -> meeting().getPhase() != Phase.RUNNING);
    }

    private void reset() throws Exception {
        String earlier = pin;
        PinAnswer reset = reset(new Reset().sendEmail(true));
        is(!earlier.equals(pin), "a reset makes another PIN");
        becomes(reset.getNotification().getId(), StatusEnum.SENT, "and its mail leaves");
        is(!opens(earlier), "the old PIN does not open any more");
        is(opens(pin), "the new one does");
    }

    private void longerPins() throws Exception {
        refused(400, null, () -> change(new Settings().pinLength(3)), "no PIN has 3 digits");
        change(new Settings().pinLength(8));
        is(opens(pin), "the PIN of before holds");
        reset(new Reset().sendEmail(true));
        is(pin.length() == 8 && opens(pin), "the next one has 8 digits");
    }

    private void heldMails() throws Exception {
        change(new Settings().automaticallySendEmailsToUsers(false));
        String first = reset(new Reset()).getNotification().getId();
        becomes(first, StatusEnum.HELD, "without automatic mail it is held");
        asked(key -> mails.notificationsSend(NotificationsApi.APINotificationsSendRequest.newBuilder()
                .id(first)
                .idempotencyKey(key)
                .send(new Send().toAddress("u@hotmail.com"))
                .build()));
        becomes(first, StatusEnum.SENT, "and sent by hand");
        String older = reset(new Reset()).getNotification().getId();
        becomes(older, StatusEnum.HELD, "another one is held");
        String newer = reset(new Reset()).getNotification().getId();
        becomes(older, StatusEnum.SUPERSEDED, "until the next reset, so that no stale PIN is sent");
        becomes(newer, StatusEnum.HELD, "whose mail is held");
        change(new Settings().automaticallySendEmailsToUsers(true));
    }

    private void refusals() throws Exception {
        refused(
                404,
                "/problems/user-not-found",
                () -> users.usersGet(UsersApi.APIUsersGetRequest.newBuilder()
                        .user("nobody-of-this-name")
                        .build()),
                "who is not there is not found");
        refused(
                400,
                null,
                () -> reset(new Reset().sendEmailToAddress("u@hotmail.com")),
                "another address is for a mail that is asked for");
    }

    private void audit() throws Exception {
        List<String> told = asked(key -> audit.auditList(
                        AuditApi.APIAuditListRequest.newBuilder().user(USER).build()))
                .getItems()
                .stream()
                .map(HistoryAnswer::getType)
                .toList();
        is(told.containsAll(List.of("UserProvisioned", "UserEnabled", "PinReset")), "all of it stands in the audit");
    }

    private PinAnswer reset(Reset wanted) throws Exception {
        PinAnswer reset =
                asked(key -> conferencing.conferencingReset(ConferencingApi.APIConferencingResetRequest.newBuilder()
                        .user(USER)
                        .idempotencyKey(key)
                        .reset(wanted)
                        .build()));
        pin = reset.getPin();
        return reset;
    }

    private Settings change(Settings patch) throws Exception {
        return asked(key -> settings.settingsChange(SettingsApi.APISettingsChangeRequest.newBuilder()
                .idempotencyKey(key)
                .settings(patch)
                .build()));
    }

    private String waits() throws Exception {
        String leg = "leg-" + ++legs;
        DialIn answer = dial(leg);
        is(answer.getState() == DialIn.StateEnum.LOBBY && answer.getMusic(), leg + " waits with music");
        return leg;
    }

    private DialIn dial(String leg) throws Exception {
        return asked(key -> bridge.bridgeArrive(BridgeApi.APIBridgeArriveRequest.newBuilder()
                .idempotencyKey(key)
                .call(new Call().callId(leg).conferenceId(conferenceId))
                .build()));
    }

    private PinOutcome keyIn(String leg, String digits) throws Exception {
        return asked(key -> bridge.bridgeOrganizerPin(BridgeApi.APIBridgeOrganizerPinRequest.newBuilder()
                .callId(leg)
                .idempotencyKey(key)
                .organizerPin(new OrganizerPin().pin(digits))
                .build()));
    }

    /** Whether it is the organizer's; nobody is on the line afterwards. */
    private boolean opens(String digits) throws Exception {
        String leg = "leg-" + ++legs;
        dial(leg);
        boolean opened = keyIn(leg, digits).getState() == State.JOINED;
        hangUp(leg);
        return opened;
    }

    private void hangUp(String leg) throws Exception {
        asked(key -> {
            bridge.bridgeHangUp(BridgeApi.APIBridgeHangUpRequest.newBuilder()
                    .callId(leg)
                    .idempotencyKey(key)
                    .build());
            return leg;
        });
    }

    private State state(String leg) throws Exception {
        return asked(key -> bridge.bridgeGet(
                        BridgeApi.APIBridgeGetRequest.newBuilder().callId(leg).build()))
                .getState();
    }

    private MeetingAnswer meeting() throws Exception {
        return asked(key -> meetings.meetingsGet(MeetingsApi.APIMeetingsGetRequest.newBuilder()
                .conferenceId(conferenceId)
                .build()));
    }

    private void becomes(String mail, StatusEnum status, String what) throws Exception {
        soon(
                what,
                () -> asked(key -> mails.notificationsGet(NotificationsApi.APINotificationsGetRequest.newBuilder()
                                        .id(mail)
                                        .build()))
                                .getStatus()
                        == status);
    }
}
