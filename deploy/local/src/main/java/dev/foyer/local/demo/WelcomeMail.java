package dev.foyer.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** M1: both numbers reach the user by SMTP. From here on the PIN is the one from the mail. */
final class WelcomeMail implements Step {

    @Override
    public String title() {
        return "The welcome mail arrives";
    }

    @Override
    public void play(Stage stage) {
        JsonNode mail = stage.postbox().next(stage.organizer().userPrincipalName());
        String text = mail.path("text").asText();
        Expect.that(Postbox.pinIn(mail).equals(stage.pin()), "The mail's PIN is not the one that was shown");
        // It stands there in groups, to be read aloud.
        Expect.that(text.replace(" ", "").contains(stage.conferenceId()), "The mail does not name the conference ID");
        Expect.that(!mail.path("html").asText().isBlank(), "The mail has no HTML part");
        stage.say("\"" + mail.path("subject").asText() + "\", with PIN and conference ID, as text and HTML.");
    }
}
