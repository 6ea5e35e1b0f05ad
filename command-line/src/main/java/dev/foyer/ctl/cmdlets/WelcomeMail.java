package dev.foyer.ctl.cmdlets;

import java.util.HashMap;
import java.util.Map;

/** {@code Set-CsPinSendCAWelcomeMail} in the words of {@code Set-CsOnlineDialInConferencingUser}. */
final class WelcomeMail {

    private WelcomeMail() {}

    static Stage stage(Call call) {
        return (Stage.Each) (input, next) -> {
            String who = call.bound().text("UserUri").orElse(null);
            UserChanges user = new UserChanges(who == null ? call : call.with("Identity", who), input);
            Map<String, Object> body = new HashMap<>();
            call.bound().text("UserEmailAddress").ifPresent(to -> body.put("sendEmailToAddress", to));
            if (!call.bound().is("Force")) {
                user.change(
                        "Mail the conference information",
                        "mail",
                        key -> call.gateway().post(user.path("/conferencing/email"), body, key));
                return true;
            }
            body.put("sendEmail", true);
            body.put("reveal", call.showsPin());
            user.did(
                            "Reset the leader PIN and mail it",
                            "pin",
                            key -> call.gateway().post(user.path("/pin/reset"), body, key))
                    .ifPresent(said -> SpokenPin.say(call.session(), user.name(), said));
            return true;
        };
    }
}
