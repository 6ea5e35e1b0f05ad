package dev.foyer.local.demo;

import java.util.Map;

/** D5: a stale PIN is never sent. */
final class HeldMailIsSuperseded implements Step {

    @Override
    public String title() {
        return "The next reset supersedes a mail that is still held";
    }

    @Override
    public void play(Stage stage) {
        String older = HeldMail.held(stage);
        String newer = HeldMail.held(stage);
        HeldMail.awaitStatus(stage, older, "SUPERSEDED");
        int status = stage.cast()
                .admin()
                .post("/api/v1/notifications/" + older + "/send", Map.of())
                .status();
        Expect.that(status >= 400 && status < 500, "A superseded mail can still be sent: status " + status);
        HeldMail.awaitStatus(stage, newer, "HELD");
        stage.postbox().nothing(stage.organizer().userPrincipalName());
        stage.say("The older one is SUPERSEDED and can no longer be sent (" + status + "); the newer one is HELD.");
    }
}
