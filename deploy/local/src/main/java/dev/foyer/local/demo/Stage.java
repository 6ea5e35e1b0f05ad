package dev.foyer.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.Console;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Segment;
import dev.foyer.local.load.People;
import dev.foyer.local.load.Person;
import java.util.Map;

/** What the steps share: who plays, and what is known so far. One thread at a time. */
public final class Stage {

    static final String MASKED = "***********";

    private final Cast cast;
    private final Console console;
    private final Person organizer = People.contoso().getFirst();
    private final Postbox postbox;
    private final Telephone telephone;
    private JsonNode settingsBefore;
    private String conferenceId;
    private String pin;
    private String earlierPin;

    /** @param console where it is told what happens */
    public Stage(Cast cast, Console console) {
        this.cast = cast;
        this.console = console;
        this.postbox = new Postbox(cast.mails());
        this.telephone = new Telephone(cast.bridge());
    }

    /** Tells one thing that happened. */
    void say(String line) {
        console.say("    " + line);
    }

    Cast cast() {
        return cast;
    }

    Person organizer() {
        return organizer;
    }

    Postbox postbox() {
        return postbox;
    }

    Telephone telephone() {
        return telephone;
    }

    /** Path of the organizer, by user principal name, as an administrator would type it. */
    String userPath() {
        return "/api/v1/users/" + Segment.of(organizer.userPrincipalName());
    }

    Answer user() {
        return Expect.status(200, cast.admin().get(userPath()), "Reading the user");
    }

    /** Changes settings of the tenant; they are put back at the end. */
    Answer change(Map<String, ?> settings) {
        if (settingsBefore == null) {
            settingsBefore = Expect.status(200, cast.admin().get("/api/v1/settings"), "Reading the settings")
                    .body();
        }
        return cast.admin().patch("/api/v1/settings", settings);
    }

    /** Null while none was changed. */
    JsonNode settingsBefore() {
        return settingsBefore;
    }

    String conferenceId() {
        return conferenceId;
    }

    void setConferenceId(String conferenceId) {
        this.conferenceId = conferenceId;
    }

    /** The one that must work. */
    String pin() {
        return pin;
    }

    /** The one before, which must not. */
    String earlierPin() {
        return earlierPin;
    }

    void newPin(String pin) {
        this.earlierPin = this.pin;
        this.pin = pin;
    }
}
