package dev.foyer.ctl.cmdlets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.Written;
import dev.foyer.ctl.client.Refused;
import dev.foyer.ctl.cmdlets.Parameter.Kind;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changing users: Set, Enable, Disable. */
final class UserSetCmdlets {

    private static final String SENDER =
            "the sender is the tenant's; Set-CsOnlineDialInConferencingTenantSettings has it.";
    private static final String BRIDGE = "a tenant's numbers are its one bridge, so nobody can be moved.";

    private UserSetCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(set(), enable(), disable());
    }

    private static Parameter[] mail(Parameter... others) {
        List<Parameter> all = new java.util.ArrayList<>(List.of(others));
        all.add(Parameter.flag(
                "SendEmail", "Mails the user, in spite of the tenant's switch; :$false holds the mail."));
        all.add(Parameter.text("SendEmailToAddress", "To this address instead of the user's; needs -SendEmail."));
        all.add(Parameter.without("SendEmailFromAddress", Kind.TEXT, SENDER));
        all.add(Parameter.without("SendEmailFromDisplayName", Kind.TEXT, SENDER));
        all.add(Parameter.bool("AllowPstnOnlyMeetings", "Whether callers may start without the PIN."));
        all.add(Parameter.text("ConferenceId", "This conference ID, 7 digits.").alias("Passcode"));
        all.add(Parameter.text("ServiceNumber", "The default toll number, one of the tenant's."));
        all.add(Parameter.text("TollFreeServiceNumber", "The default toll-free number; $null for none."));
        all.add(Parameter.without(
                "AllowTollFreeDialIn", Kind.BOOLEAN, "give a -TollFreeServiceNumber, or $null for none."));
        return all.toArray(Parameter[]::new);
    }

    private static Cmdlet set() {
        return Cmdlet.of(
                        "Set-CsOnlineDialInConferencingUser",
                        "Changes a user who is enabled: resets the PIN, mails the conference information, sets numbers.",
                        Common.changing(mail(
                                Parameter.identity("Whose."),
                                Parameter.flag("ResetLeaderPin", "A new PIN, made by Foyer; it is shown once."),
                                Parameter.flag("ResetConferenceId", "A new conference ID; the old one dies at once.")
                                        .alias("ResetPasscode"),
                                Parameter.without("BridgeId", Kind.TEXT, BRIDGE),
                                Parameter.without("BridgeName", Kind.TEXT, BRIDGE),
                                Parameter.idle("BypassDualWrite", Kind.BOOLEAN, "nothing is written twice."))),
                        UserSetCmdlets::setting)
                .returns(UserRows.USER)
                .example("Set-CsOnlineDialInConferencingUser -id amos.marble@contoso.com -ResetLeaderPIN", "A new PIN.")
                .example(
                        "Set-CsOnlineDialInConferencingUser -Identity amos.marble@contoso.com -ResetLeaderPin -SendEmail"
                                + " -SendEmailToAddress \"u@hotmail.com\"",
                        "A new PIN, mailed to an address that the user names.")
                .example(
                        "Set-CsOnlineDialInConferencingUser -amos.marble -ResetLeaderPIN -SendEmail -SendEmailToAddress \"u@hotmail.com\"",
                        "The same as the article prints it; understood, with a warning.")
                .example(
                        "Set-CsOnlineDialInConferencingUser amos.marble@contoso.com -ResetLeaderPin -WhatIf",
                        "What would be done.")
                .example(
                        "Set-CsOnlineDialInConferencingUser amos.marble@contoso.com -SendEmail",
                        "Mails the conference information, without a PIN.")
                .notes(
                        "The PIN is said once, beside the objects, so that a file never gets it; through a pipe and with -o none nobody asks"
                                + " for it, and --copy puts it into the clipboard.");
    }

    /** What cannot be meant is said before anything is sent. */
    private static Stage setting(Call call) {
        Bound bound = call.bound();
        UserChanges.checkMail(bound);
        if (bound.has("ConferenceId") && bound.is("ResetConferenceId")) {
            throw CtlException.usage("-ConferenceId and -ResetConferenceId exclude each other.");
        }
        boolean something = !patch(bound).isEmpty()
                || bound.has("ConferenceId")
                || bound.is("ResetConferenceId")
                || bound.is("ResetLeaderPin")
                || bound.is("SendEmail");
        if (!something) {
            throw CtlException.usage(
                    "Nothing was said to change; Get-Help Set-CsOnlineDialInConferencingUser shows what can be.");
        }
        return (Stage.Each) (input, next) -> set(call, input, next);
    }

    private static boolean set(Call call, Row input, Sink next) {
        UserChanges user = new UserChanges(call, input);
        Bound bound = call.bound();
        boolean changed = false;
        Map<String, Object> numbers = patch(bound);
        if (!numbers.isEmpty()) {
            changed |= user.change(
                    "Set " + String.join(", ", numbers.keySet()),
                    "numbers",
                    key -> call.gateway().patch(user.path("/conferencing"), numbers, key));
        }
        if (bound.has("ConferenceId")) {
            changed |= user.change(
                    "Set the conference ID " + bound.text("ConferenceId").orElse(""),
                    "id",
                    key -> call.gateway()
                            .put(
                                    user.path("/conference-id"),
                                    Map.of(
                                            "conferenceId",
                                            bound.text("ConferenceId").orElse("")),
                                    key));
        }
        if (bound.is("ResetConferenceId")) {
            changed |= user.change(
                    "Reset the conference ID",
                    "new-id",
                    key -> call.gateway().post(user.path("/conference-id/reset"), null, key));
        }
        if (bound.is("ResetLeaderPin")) {
            changed |= user.newPin("Reset the leader PIN", "pin", "/pin/reset");
        } else if (bound.is("SendEmail")) {
            changed |= user.change(
                    "Mail the conference information" + to(bound),
                    "mail",
                    key -> call.gateway().post(user.path("/conferencing/email"), address(bound), key));
        }
        return !changed || !call.isSeen() || next.take(user.now());
    }

    private static String to(Bound bound) {
        return bound.text("SendEmailToAddress").map(to -> " to " + to).orElse("");
    }

    private static Map<String, Object> address(Bound bound) {
        Map<String, Object> body = new LinkedHashMap<>();
        bound.text("SendEmailToAddress").ifPresent(to -> body.put("sendEmailToAddress", to));
        return body;
    }

    /** Null is kept: a number of null is none. */
    private static Map<String, Object> patch(Bound bound) {
        Map<String, Object> patch = new LinkedHashMap<>();
        if (bound.has("AllowPstnOnlyMeetings")) {
            patch.put("allowPstnOnlyMeetings", bound.is("AllowPstnOnlyMeetings"));
        }
        if (bound.has("ServiceNumber")) {
            patch.put(
                    "serviceNumber",
                    bound.text("ServiceNumber").map(Written::number).orElse(null));
        }
        if (bound.has("TollFreeServiceNumber")) {
            patch.put(
                    "tollFreeServiceNumber",
                    bound.text("TollFreeServiceNumber").map(Written::number).orElse(null));
        }
        return patch;
    }

    private static Cmdlet enable() {
        return Cmdlet.of(
                        "Enable-CsOnlineDialInConferencingUser",
                        "Enables a user: PIN, conference ID and numbers; who is enabled stays as they are.",
                        Common.changing(mail(
                                Parameter.identity("Whom."),
                                Parameter.idle(
                                        "ReplaceProvider", Kind.SWITCH, "there is no other provider than Foyer."))),
                        call -> {
                            UserChanges.checkMail(call.bound());
                            return (Stage.Each) (input, next) -> enable(call, input, next);
                        })
                .returns(UserRows.USER)
                .example(
                        "Enable-CsOnlineDialInConferencingUser -Identity adele.amato@contoso.com", "A user gets a PIN.")
                .notes("The PIN is said once, as by Set-CsOnlineDialInConferencingUser.");
    }

    private static boolean enable(Call call, Row input, Sink next) {
        UserChanges user = new UserChanges(call, input);
        Bound bound = call.bound();
        String id = user.user().path("userId").asText();
        Map<String, Object> body = user.mail();
        // Who was enabled by this very line, before it was broken off, is still to get the conference ID.
        boolean already = UserRows.isEnabled(user.user())
                && (!bound.has("ConferenceId")
                        || bound.is("WhatIf")
                        || !call.work().isDone("enable " + id));
        boolean asksForMore = !patch(bound).isEmpty() || !body.isEmpty() || bound.has("ConferenceId");
        if (already && (asksForMore || bound.is("WhatIf"))) {
            call.warn(user.name() + " is enabled already; nothing is changed and nothing is mailed.");
        }
        if (already && bound.is("WhatIf")) {
            return true;
        }
        patch(bound).forEach((name, value) -> {
            if (value != null) {
                body.put(name, value);
            }
        });
        body.put("reveal", call.showsPin());
        String wanted = bound.text("ConferenceId")
                .map(each -> " with conference ID " + each)
                .orElse("");
        if (!call.should("Enable dial-in conferencing" + wanted + user.mailWords(), user.name())) {
            return true;
        }
        // Also of who is enabled: the service knows better than the list, and changes nothing.
        Optional<JsonNode> answer =
                call.work().once("enable " + id, key -> call.gateway().post(user.path("/conferencing"), body, key));
        if (call.first() && !already && answer.isPresent()) {
            SpokenPin.say(call.session(), user.name(), answer.get());
        }
        boolean named = !already && bound.has("ConferenceId") && conferenceId(call, user, answer);
        return answer.isEmpty() && !named || !call.isSeen() || next.take(user.now());
    }

    /** A second request: who is refused the ID is enabled all the same, with another one. */
    private static boolean conferenceId(Call call, UserChanges user, Optional<JsonNode> enabled) {
        String wanted = call.bound().text("ConferenceId").orElse("");
        try {
            return call.work()
                    .once(
                            "id " + user.user().path("userId").asText(),
                            key -> call.gateway().put(user.path("/conference-id"), Map.of("conferenceId", wanted), key))
                    .isPresent();
        } catch (Refused refused) {
            String has = enabled.map(answer -> answer.path("conferenceId").asText(""))
                    .filter(text -> !text.isEmpty())
                    .map(text -> ", with conference ID " + text)
                    .orElse("");
            throw new CtlException(
                    refused.code(),
                    user.name() + " is enabled" + has + ", not " + wanted + ": " + refused.getMessage());
        }
    }

    private static Cmdlet disable() {
        return Cmdlet.of(
                        "Disable-CsOnlineDialInConferencingUser",
                        "Disables a user: PIN, conference ID and conferencing data are gone.",
                        Common.changing(
                                Parameter.identity("Whom."),
                                Parameter.idle(
                                        "SendEmail",
                                        Kind.SWITCH,
                                        "the tenant's switches say whether the user is told."),
                                Parameter.without(
                                        "SendEmailToAddress", Kind.TEXT, "that mail goes to the user's own address."),
                                Parameter.without("SendEmailFromAddress", Kind.TEXT, SENDER),
                                Parameter.without("SendEmailFromDisplayName", Kind.TEXT, SENDER)),
                        call -> (Stage.Each) (input, next) -> {
                            UserChanges user = new UserChanges(call, input);
                            if (!UserRows.isEnabled(user.user())) {
                                call.warn(user.name() + " is not enabled; nothing was done.");
                                return true;
                            }
                            user.change(
                                    "Disable dial-in conferencing",
                                    "disable",
                                    key -> call.gateway().delete(user.path("/conferencing"), key));
                            return true;
                        })
                .example(
                        "Disable-CsOnlineDialInConferencingUser -Identity adele.amato@contoso.com -WhatIf",
                        "What would be done.")
                .example(
                        "Disable-CsOnlineDialInConferencingUser -Identity adele.amato@contoso.com -Confirm:$false",
                        "Without a question.");
    }
}
