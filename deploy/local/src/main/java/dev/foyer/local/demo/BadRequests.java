package dev.foyer.local.demo;

import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import java.util.Map;

/** F: whatever comes in, the answer is a problem that says what to do, never a 500 and never a stack trace. */
final class BadRequests implements Step {

    private static final int OVERSIZED = 4 << 20;

    private int count;

    @Override
    public String title() {
        return "Bad requests get the right refusal";
    }

    @Override
    public void play(Stage stage) {
        count = 0;
        Cast cast = stage.cast();
        String reset = stage.userPath() + "/pin/reset";
        refused(400, "Malformed JSON", send(cast.admin(), reset, "{\"reveal\":"));
        refused(400, "An array where an object belongs", send(cast.admin(), reset, "[1,2]"));
        refused(400, "A field of a wrong type", send(cast.admin(), reset, "{\"sendEmail\":\"perhaps\"}"));
        refused(400, "A setting of a wrong type", stage.change(Map.of("pinLength", "five")));
        refused(413, "An oversized body", send(cast.admin(), reset, "{\"x\":\"" + "y".repeat(OVERSIZED) + "\"}"));
        refused(404, "An unknown user", cast.admin().get("/api/v1/users/nobody@contoso.com"));
        refused(404, "Reset of an unknown user", send(cast.admin(), "/api/v1/users/nobody/pin/reset", "{}"));
        refused(404, "Another tenant's user", cast.otherAdmin().get(stage.userPath()));
        refused(404, "Reset of another tenant's user", send(cast.otherAdmin(), reset, "{}"));
        refused(404, "An unknown notification", cast.admin().get("/api/v1/notifications/no-such-one"));
        refused(403, "A reset by an auditor", send(cast.auditor(), reset, "{}"));
        refused(403, "A reset by the bridge", send(cast.bridge(), reset, "{}"));
        refused(403, "A call by an administrator", send(cast.admin(), "/api/v1/bridge/calls", "{}"));
        refused(400, "A call without a conference ID", send(cast.bridge(), "/api/v1/bridge/calls", "{}"));
        refused(401, "A reset by nobody", send(cast.nobody(), reset, "{}"));
        stage.say(count + " of them: 400, 401, 403, 404 and 413, each with a problem that says why.");
    }

    private static Answer send(Api api, String path, String body) {
        return api.send("POST", path, body, Map.of());
    }

    private void refused(int status, String what, Answer answer) {
        Expect.status(status, answer, what);
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        Expect.that(type.startsWith("application/problem+json"), what + ": the answer's type is " + type);
        Expect.equal(status, answer.at("status").asInt(), what + ": the status in the problem");
        Expect.that(answer.text("type") != null, what + ": the problem has no type");
        String text = answer.body().toString();
        Expect.that(!text.contains("Exception") && !text.contains("\\tat "), what + ": the answer shows program text");
        count++;
    }
}
