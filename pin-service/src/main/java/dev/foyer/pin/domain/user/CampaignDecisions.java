package dev.foyer.pin.domain.user;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.campaign.CampaignAction;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.User.Provisioned;
import dev.foyer.pin.domain.user.UserCommand.ResetPin;
import java.util.Optional;

/** What a campaign does to a user, and what it would do. */
final class CampaignDecisions {

    private CampaignDecisions() {}

    static Decision<UserEvent, UserRefusal, UserAnswer> reissue(Enabled user, UserContext context) {
        return isLongEnough(user, context)
                ? Decision.refuse(new UserRefusal.PinLongEnough())
                : PinDecisions.reset(user, ResetPin.BY_CAMPAIGN, context);
    }

    static Decision<UserEvent, UserRefusal, UserAnswer> preview(
            Provisioned user, CampaignAction action, UserContext context) {
        return switch (action) {
            case ENABLE ->
                preview(
                        PinDecisions.objectionToEnabling(user, MailOptions.BY_TENANT, context),
                        user.name().asGiven(user.profile()),
                        context.settings().mails().sendsWelcome(),
                        context);
            case RESET_PIN, REISSUE_SHORT_PINS -> Decision.refuse(new UserRefusal.UserNotEnabled());
        };
    }

    static Decision<UserEvent, UserRefusal, UserAnswer> preview(
            Enabled user, CampaignAction action, UserContext context) {
        return switch (action) {
            case ENABLE ->
                Decision.accept(
                        new UserAnswer.AlreadyEnabled(user.conferencing().conferenceId()));
            case RESET_PIN -> previewReset(user, context);
            case REISSUE_SHORT_PINS ->
                isLongEnough(user, context)
                        ? Decision.refuse(new UserRefusal.PinLongEnough())
                        : previewReset(user, context);
        };
    }

    private static Decision<UserEvent, UserRefusal, UserAnswer> previewReset(Enabled user, UserContext context) {
        return preview(
                PinDecisions.objectionToReset(user, MailOptions.BY_TENANT, context),
                user.name().asGiven(user.profile()),
                context.settings().mails().sendsPinReset(),
                context);
    }

    private static Decision<UserEvent, UserRefusal, UserAnswer> preview(
            Optional<UserRefusal> objection, Profile user, boolean automatic, UserContext context) {
        if (objection.isPresent()) {
            return Decision.refuse(objection.get());
        }
        MailOptions mail = PinDecisions.mailOf(user, MailOptions.BY_TENANT, context);
        return Decision.accept(new UserAnswer.WouldIssuePin(
                MailPlan.of(mail, automatic, user.primarySmtpAddress()).status()));
    }

    private static boolean isLongEnough(Enabled user, UserContext context) {
        return user.pinLength() >= context.settings().pins().pinLength();
    }
}
