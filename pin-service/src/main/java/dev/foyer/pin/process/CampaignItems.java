package dev.foyer.pin.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Roles;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.Users;
import dev.foyer.pin.contract.CampaignKey;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.campaign.Campaign.Work;
import dev.foyer.pin.domain.campaign.CampaignAction;
import dev.foyer.pin.domain.campaign.ItemResult;
import dev.foyer.pin.domain.campaign.ItemResult.Outcome;
import dev.foyer.pin.domain.campaign.ItemResult.Reason;
import dev.foyer.pin.domain.user.MailPlan;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserCommand.PreviewCampaign;
import dev.foyer.pin.domain.user.UserCommand.ReissueShortPin;
import dev.foyer.pin.domain.user.UserCommand.ResetPin;
import dev.foyer.pin.domain.user.UserRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * What a campaign does to one of its users: one command under an id that follows from the campaign and the user, so that the
 * user does it once however often it is asked. Thread-safe.
 */
@ApplicationScoped
public class CampaignItems {

    private final Users users;
    private final ConferenceIdAssignment conferenceIds;

    @Inject
    public CampaignItems(Users users, ConferenceIdAssignment conferenceIds) {
        this.users = users;
        this.conferenceIds = conferenceIds;
    }

    /**
     * What is known of one user.
     *
     * @param result what became of it; of who is not decided: as what it ends if it stays so
     * @param isDecided otherwise it is to be asked again: nothing is known, or what is in the way passes
     */
    record Tried(ItemResult result, boolean isDecided) {}

    /** Fails never: also that nobody answered is said. */
    CompletionStage<Tried> run(CampaignKey campaign, Work work, String user) {
        UserKey key = new UserKey(campaign.tenant(), user);
        // All that it does is found by the campaign.
        CommandMeta meta = new CommandMeta(
                        commandId(campaign, user), campaign.id(), new Actor(work.by(), Roles.CAMPAIGN, work.byUserId()))
                .because(work.reason());
        CompletionStage<Reply<UserRefusal, UserAnswer>> reply =
                switch (work.plan().action()) {
                    case ENABLE -> conferenceIds.enable(key, EnableConferencing.BY_LICENCE, meta);
                    case RESET_PIN -> users.submit(key, ResetPin.BY_CAMPAIGN, meta);
                    case REISSUE_SHORT_PINS -> users.submit(key, new ReissueShortPin(), meta);
                };
        return reply.handle((known, failure) -> failure == null ? result(user, known) : unanswered(user));
    }

    /** Nobody said what became of it. */
    static Tried unanswered(String user) {
        return passing(user, Reason.NO_ANSWER);
    }

    /** What it would do, asked by the administrator; changes nothing. Empty: that cannot be said now. */
    public CompletionStage<Optional<ItemResult>> preview(UserKey user, CampaignAction action, CommandMeta meta) {
        return users.submit(
                        user,
                        new PreviewCampaign(action),
                        meta.withCommandId(UUID.randomUUID().toString()))
                .thenApply(reply -> Optional.of(result(user.userId(), reply))
                        .filter(Tried::isDecided)
                        .map(Tried::result));
    }

    /** Not of the form of a user's id, which may have characters that mean something in command ids. */
    private static String commandId(CampaignKey campaign, String user) {
        return "campaign-" + campaign.id() + "-" + UUID.nameUUIDFromBytes((campaign + "/" + user).getBytes(UTF_8));
    }

    private static Tried result(String user, Reply<UserRefusal, UserAnswer> reply) {
        return switch (reply) {
            case Reply.Refused<UserRefusal, UserAnswer>(UserRefusal why) -> refused(user, why);
            case Reply.Done<UserRefusal, UserAnswer> done ->
                decided(
                        switch (done.answer()) {
                            case UserAnswer.PinIssued issued ->
                                done(user, issued.mail().status());
                            case UserAnswer.WouldIssuePin(MailPlan.Status mail) -> done(user, mail);
                            case UserAnswer.AlreadyEnabled _ ->
                                new ItemResult(user, Outcome.UNCHANGED, Reason.ALREADY_ENABLED, null);
                            case UserAnswer.Done _,
                                    UserAnswer.Provisioned _,
                                    UserAnswer.Wanted _,
                                    UserAnswer.UserNameUsed _,
                                    UserAnswer.UserNameUnused _,
                                    UserAnswer.ConferenceIdIs _,
                                    UserAnswer.Disabled _,
                                    UserAnswer.MailAsked _,
                                    UserAnswer.Verified _ ->
                                throw new IllegalStateException("No answer to what a campaign asks");
                        });
        };
    }

    private static ItemResult done(String user, MailPlan.Status mail) {
        return new ItemResult(user, Outcome.DONE, null, mail.name());
    }

    private static Tried refused(String user, UserRefusal why) {
        return switch (why) {
            case UserRefusal.PinLongEnough() ->
                decided(new ItemResult(user, Outcome.UNCHANGED, Reason.PIN_LONG_ENOUGH, null));
            case UserRefusal.UserUnknown() -> refused(user, Reason.USER_NOT_FOUND);
            case UserRefusal.UserNotEnabled() -> refused(user, Reason.USER_NOT_ENABLED);
            case UserRefusal.OwnPinReset() -> refused(user, Reason.OWN_PIN);
            case UserRefusal.ResetLimitReached _ -> refused(user, Reason.RESET_LIMIT_REACHED);
            case UserRefusal.UserLimitReached() -> refused(user, Reason.USER_LIMIT_REACHED);
            // They pass: a key is published, an ID is settled.
            case UserRefusal.NoDeliveryKey() -> passing(user, Reason.NO_DELIVERY_KEY);
            case UserRefusal.ConferenceIdNotReserved _,
                    UserRefusal.ConferenceIdUnsettled _,
                    UserRefusal.ConferenceIdTaken _ -> passing(user, Reason.CONFERENCE_ID_UNSETTLED);
            case UserRefusal.AddressWithoutSendEmail _,
                    UserRefusal.ServiceNumberNotOffered _,
                    UserRefusal.UserNameNotReserved _,
                    UserRefusal.UserNameTaken _,
                    UserRefusal.ConferenceIdNeedsAdministrator _,
                    UserRefusal.ResetNeedsAdministrator _,
                    UserRefusal.AddressNeedsAdministrator _,
                    UserRefusal.PinNotSealedForThis _,
                    UserRefusal.VerificationKeyIsMissing _,
                    UserRefusal.LicenceCannotWait _,
                    UserRefusal.LicenceNotAwaited _,
                    UserRefusal.UserInactive _ -> refused(user, Reason.NOT_ALLOWED);
        };
    }

    private static Tried refused(String user, Reason why) {
        return decided(new ItemResult(user, Outcome.FAILED, why, null));
    }

    private static Tried passing(String user, Reason why) {
        return new Tried(new ItemResult(user, Outcome.FAILED, why, null), false);
    }

    private static Tried decided(ItemResult result) {
        return new Tried(result, true);
    }
}
