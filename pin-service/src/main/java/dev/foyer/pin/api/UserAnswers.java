package dev.foyer.pin.api;

import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.user.MailPlan;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserRefusal;
import dev.foyer.service.eventsourced.Answers;
import jakarta.ws.rs.core.Response;

/** From a user's answers to HTTP. */
final class UserAnswers {

    private UserAnswers() {}

    /** The one HTTP answer in which a PIN exists. */
    record Issued(String pin, String conferenceId, String notificationId, MailPlan mail) {
        @Override
        public String toString() {
            return "Issued[" + conferenceId + "]";
        }
    }

    record Enabled(String conferenceId) {}

    record Asked(String notificationId, MailPlan mail) {}

    record Outcome(boolean verified, int triesLeft) {}

    /** @param issued the status of an answer that carries a new PIN */
    static Response response(Reply<UserRefusal, UserAnswer> reply, Response.Status issued) {
        return Answers.answer(reply, answer -> of(answer, issued), Refusals::problem);
    }

    private static Response.ResponseBuilder of(UserAnswer answer, Response.Status issued) {
        return switch (answer) {
            case UserAnswer.Done() -> Response.noContent();
            case UserAnswer.Provisioned(boolean created) ->
                Response.status(created ? Response.Status.CREATED : Response.Status.OK);
            case UserAnswer.AlreadyEnabled(String conferenceId) -> Response.ok(new Enabled(conferenceId));
            case UserAnswer.Wanted _,
                    UserAnswer.UserNameUsed _,
                    UserAnswer.UserNameUnused _,
                    UserAnswer.WouldIssuePin _ -> throw new IllegalStateException("A step is no answer to a request");
            case UserAnswer.ConferenceIdIs(String conferenceId) -> Response.ok(new Enabled(conferenceId));
            case UserAnswer.Disabled disabled -> Response.noContent();
            case UserAnswer.PinIssued(
                    String conferenceId,
                    String notificationId,
                    var revealed,
                    var delivery,
                    var mail) ->
                Response.status(issued)
                        .header("Cache-Control", "no-store")
                        .entity(new Issued(revealed.map(Pin::digits).orElse(null), conferenceId, notificationId, mail));
            case UserAnswer.MailAsked(String notificationId, MailPlan mail) ->
                Response.accepted(new Asked(notificationId, mail));
            case UserAnswer.Verified(boolean organizer, int triesLeft) ->
                Response.ok(new Outcome(organizer, triesLeft));
        };
    }
}
