package dev.foyer.ctl.cmdlets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.client.Pages;
import dev.foyer.ctl.output.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One user's change: asked for once, agreed to, with the PIN said once where it may be. */
final class UserChanges {

    private final Call call;
    private final JsonNode user;

    UserChanges(Call call, Row input) {
        this.call = call;
        call.checkTenant();
        boolean known =
                !call.bound().has("Identity") && input != null && input.source().has("userId");
        this.user = known ? input.source() : new Directory(call.gateway()).user(call.mustIdentify(input));
    }

    JsonNode user() {
        return user;
    }

    String name() {
        return user.path("userPrincipalName").asText();
    }

    String path(String rest) {
        return "/api/v1/users/" + Pages.segment(user.path("userId").asText()) + rest;
    }

    /** As it is after all. */
    Row now() {
        return UserRows.user(call.gateway().get(path("")), call.session().tenant());
    }

    /** {@code -SendEmailToAddress} needs {@code -SendEmail}, as the reference says. */
    static void checkMail(Bound bound) {
        if (bound.has("SendEmailToAddress") && !bound.is("SendEmail")) {
            throw CtlException.usage("-SendEmailToAddress needs -SendEmail.");
        }
    }

    /** What goes with a mail. */
    Map<String, Object> mail() {
        Bound bound = call.bound();
        Map<String, Object> body = new LinkedHashMap<>();
        if (bound.has("SendEmail")) {
            body.put("sendEmail", bound.is("SendEmail"));
        }
        bound.text("SendEmailToAddress").ifPresent(to -> body.put("sendEmailToAddress", to));
        return body;
    }

    /** For questions and {@code -WhatIf}. */
    String mailWords() {
        if (!call.bound().is("SendEmail")) {
            return "";
        }
        return call.bound()
                .text("SendEmailToAddress")
                .map(to -> " and mail it to " + to)
                .orElse(" and mail it to the user");
    }

    /** Does it, when it may. True when it was done now. */
    boolean change(String operation, String subject, java.util.function.Function<String, JsonNode> change) {
        return did(operation, subject, change).isPresent();
    }

    Optional<JsonNode> did(String operation, String subject, java.util.function.Function<String, JsonNode> change) {
        if (!call.should(operation, name())) {
            return Optional.empty();
        }
        return call.work().once(subject + " " + user.path("userId").asText(), change);
    }

    /** Asks for a PIN, and says it where it may be seen. */
    boolean newPin(String operation, String subject, String path) {
        Map<String, Object> body = mail();
        body.put("reveal", call.showsPin());
        Optional<JsonNode> answer =
                did(operation + mailWords(), subject, key -> call.gateway().post(path(path), body, key));
        // Of many each is an object of the line; a sentence for each would only hide what went wrong.
        answer.filter(_ -> call.first()).ifPresent(said -> SpokenPin.say(call.session(), name(), said));
        return answer.isPresent();
    }
}
