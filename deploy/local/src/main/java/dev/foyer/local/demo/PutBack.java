package dev.foyer.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tenant's settings as they were. Also played when a step has failed. */
final class PutBack implements Step {

    @Override
    public String title() {
        return "Put the tenant's settings back";
    }

    @Override
    public void play(Stage stage) {
        JsonNode before = stage.settingsBefore();
        if (before == null) {
            return;
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("pinLength", before.path("pinLength").asInt());
        settings.put(
                "automaticallySendEmailsToUsers",
                before.path("automaticallySendEmailsToUsers").asBoolean());
        Expect.status(200, stage.change(settings), "Putting the settings back");
        stage.say("PIN length " + settings.get("pinLength") + ", automatic mail "
                + (settings.get("automaticallySendEmailsToUsers").equals(true) ? "on" : "off") + ".");
    }
}
