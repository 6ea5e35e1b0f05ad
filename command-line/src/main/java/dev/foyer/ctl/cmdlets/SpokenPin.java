package dev.foyer.ctl.cmdlets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.session.Session;

/** Says a new PIN the one time that it can be said: beside the objects, so that no file gets it; or to the clipboard. */
public final class SpokenPin {

    private SpokenPin() {}

    /**
     * Says it, and where the mail is.
     *
     * @param answer of a reset or an enabling; without a PIN when we did not ask for it, or may not see it
     */
    public static void say(Session session, String name, JsonNode answer) {
        String pin = answer.path("pin").asText("");
        JsonNode mail = answer.path("notification");
        String where = mail.isObject() ? "Mail: " + mailWords(mail) : "";
        if (pin.isEmpty()) {
            session.console().say("New PIN of " + name + ". " + where);
        } else if (session.options().copy()) {
            session.console()
                    .say("The new PIN of " + name + " " + session.clipboard().put(pin) + " " + where);
        } else {
            session.console().say("New PIN of " + name + ": " + pin + " (shown this once). " + where);
        }
    }

    private static String mailWords(JsonNode mail) {
        String to = mail.path("to").asText("");
        String status = mail.path("status").asText();
        String there = to.isEmpty() ? "" : (status.equals("HELD") ? " for " : " to ") + to;
        return status.toLowerCase(java.util.Locale.ROOT)
                + there
                + (status.equals("HELD") ? "; foyerctl held list shows it." : ".");
    }
}
