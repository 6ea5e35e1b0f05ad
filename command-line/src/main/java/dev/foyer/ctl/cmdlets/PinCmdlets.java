package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.cmdlets.Parameter.Kind;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import java.util.List;

/** PINs: lock, unlock, info. */
final class PinCmdlets {

    private PinCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(info(), set(), lock(), unlock(), welcome());
    }

    private static Cmdlet info() {
        return Cmdlet.of(
                        "Get-CsClientPinInfo",
                        "Shows whether a user has a PIN and whether it is locked; never the PIN.",
                        Common.reading(Parameter.identity("Whose; with * and ? several.")),
                        call -> (Stage.Each) (input, next) -> {
                            call.checkTenant();
                            return UserLists.each(call, input, java.util.Map.of(), _ -> true, UserRows::pin, next);
                        })
                .returns(UserRows.PIN)
                .example("Get-CsClientPinInfo -Identity amos.marble@contoso.com", "One user.")
                .notes("PINs do not expire here, so PinExpirationTime is empty.");
    }

    private static Cmdlet set() {
        return Cmdlet.of(
                        "Set-CsClientPin",
                        "Gives a user another PIN, which Foyer makes; the same as Set-CsOnlineDialInConferencingUser -ResetLeaderPin.",
                        Common.changing(
                                Parameter.identity("Whose."),
                                Parameter.without("Pin", Kind.TEXT, "PINs are always made by Foyer, and never chosen."),
                                Parameter.flag("SendEmail", "Mails it to the user."),
                                Parameter.text("SendEmailToAddress", "To this address; needs -SendEmail.")),
                        call -> {
                            UserChanges.checkMail(call.bound());
                            return (Stage.Each) (input, next) -> renew(call, input, next);
                        })
                .returns(UserRows.PIN)
                .example("Set-CsClientPin -Identity amos.marble@contoso.com", "A new PIN, shown once.")
                .refuses("Set-CsClientPin amos.marble@contoso.com -Pin 1234", "One of somebody's own choice.");
    }

    private static boolean renew(Call call, Row input, Sink next) {
        UserChanges user = new UserChanges(call, input);
        return !user.newPin("Reset the leader PIN", "pin", "/pin/reset")
                || next.take(UserRows.pin(call.gateway().get(user.path(""))));
    }

    private static Cmdlet lock() {
        return simple(
                "Lock-CsClientPin",
                "Refuses a user's PIN until an administrator unlocks it.",
                "Lock the PIN",
                "/pin/lock");
    }

    private static Cmdlet unlock() {
        return simple("Unlock-CsClientPin", "Lets a user's PIN be tried again.", "Unlock the PIN", "/pin/unlock");
    }

    private static Cmdlet simple(String name, String synopsis, String operation, String path) {
        return Cmdlet.of(
                        name,
                        synopsis,
                        Common.changing(Parameter.identity("Whose.")),
                        call -> (Stage.Each) (input, next) -> {
                            UserChanges user = new UserChanges(call, input);
                            boolean changed = user.change(
                                    operation, path, key -> call.gateway().post(user.path(path), null, key));
                            return !changed
                                    || next.take(UserRows.pin(call.gateway().get(user.path(""))));
                        })
                .returns(UserRows.PIN)
                .example(name + " -Identity amos.marble@contoso.com", operation + ".");
    }

    private static Cmdlet welcome() {
        String script = "mails are Foyer's own; see the settings of the tenant.";
        return Cmdlet.of(
                        "Set-CsPinSendCAWelcomeMail",
                        "Mails a user how to dial in; with -Force with a new PIN.",
                        Common.changing(
                                new Parameter(
                                        "UserUri",
                                        Kind.TEXT,
                                        List.of("Identity"),
                                        0,
                                        true,
                                        List.of(),
                                        new Parameter.Meaning.Works(),
                                        "Whom."),
                                Parameter.text("UserEmailAddress", "To this address instead of the user's."),
                                Parameter.flag("Force", "Resets the PIN and mails the new one."),
                                Parameter.without("From", Kind.TEXT, script),
                                Parameter.without("Subject", Kind.TEXT, script),
                                Parameter.without("Cc", Kind.TEXT, script),
                                Parameter.without("Bcc", Kind.TEXT, script),
                                Parameter.without("TemplatePath", Kind.TEXT, script),
                                Parameter.without("SmtpServer", Kind.TEXT, script),
                                Parameter.without("BodyAsPlainText", Kind.SWITCH, "mails have text and HTML."),
                                Parameter.without("UseSsl", Kind.SWITCH, script),
                                Parameter.without("Credential", Kind.TEXT, script),
                                Parameter.without(
                                        "Pin", Kind.TEXT, "PINs are always made by Foyer, and never chosen.")),
                        WelcomeMail::stage)
                .example(
                        "Set-CsPinSendCAWelcomeMail -UserUri amos.marble@contoso.com",
                        "The information, without a PIN.");
    }
}
