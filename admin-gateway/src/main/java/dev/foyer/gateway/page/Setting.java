package dev.foyer.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.gateway.page.SettingKind.Choice;
import dev.foyer.gateway.page.SettingKind.Flag;
import dev.foyer.gateway.page.SettingKind.Line;
import dev.foyer.gateway.page.SettingKind.NumberOf;
import dev.foyer.gateway.page.SettingKind.Numbers;
import dev.foyer.gateway.page.SettingKind.Sender;
import dev.foyer.gateway.page.SettingKind.Switches;
import dev.foyer.gateway.page.SettingKind.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A setting as the page offers one. What it may be says pin-service; one of which only a later pin-service knows is offered by
 * what its value looks like.
 *
 * @param standard what it is when nobody has set it
 */
record Setting(String name, String group, SettingKind kind, JsonNode standard) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SENDER = "sender";
    /** Of those that only a later pin-service knows. */
    private static final String OTHER = "other";

    private static final List<String> OF_SENDER =
            List.of("sendEmailFromOverride", "sendEmailFromAddress", "sendEmailFromDisplayName");
    private static final List<String> SWITCHES =
            List.of("welcome", "informationChanged", "pinReset", "turnedOff", "pinLocked", "somebodyWaits");

    private static final List<Setting> KNOWN = List.of(
            new Setting("pinLength", "pins", new Whole(4, 12, false), JSON.numberNode(5)),
            flag("phoneSafePins", "pins", false),
            new Setting("maximumLogonAttempts", "pins", new Whole(1, 99, true), null),
            flag("administratorsMayResetOwnPin", "pins", false),
            choice("reasons", "pins", "OFF", "OPTIONAL", "REQUIRED"),
            new Setting("reasonPattern", "pins", new Line("text"), null),
            flag("automaticallySendEmailsToUsers", "mails", true),
            new Setting("emailSwitches", "mails", new Switches(SWITCHES), allOn()),
            choice("pinMail", "mails", "CLEAR", "VIEW_ONCE_LINK"),
            new Setting(SENDER, "mails", new Sender(), JSON.objectNode().put("sendEmailFromOverride", false)),
            new Setting("defaultLanguage", "mails", new Line("text"), JSON.textNode("en")),
            new Setting("organizationName", "mails", new Line("text"), null),
            new Setting("supportContact", "mails", new Line("email"), null),
            flag("allowPstnOnlyMeetingsByDefault", "meetings", false),
            choice("lobbyAdmission", "meetings", "AUTOMATIC", "MANUAL"),
            new Setting("organizerAlertMinutes", "meetings", new Whole(1, 1_440, true), null),
            new Setting("callSilence", "meetings", new Whole(1, 1_440, true), null),
            choice("entryExitAnnouncements", "meetings", "USE_NAMES", "TONE_ONLY", "OFF"),
            flag("nameRecording", "meetings", true),
            choice("maskCallerNumbers", "meetings", "EXTERNAL", "ALL", "NONE"),
            new Setting("serviceNumbers", "numbers", new Numbers(), JSON.arrayNode()),
            new Setting("defaultServiceNumber", "numbers", new NumberOf("TOLL"), null),
            new Setting("defaultTollFreeNumber", "numbers", new NumberOf("TOLL_FREE"), null));

    /** Settings that are there only with a pin-service that has them. */
    private static final Set<String> NEWER = Set.of("reasons", "reasonPattern");

    private static Setting flag(String name, String group, boolean standard) {
        return new Setting(name, group, new Flag(), JSON.booleanNode(standard));
    }

    /** The first is the default. */
    private static Setting choice(String name, String group, String... words) {
        return new Setting(name, group, new Choice(List.of(words)), JSON.textNode(words[0]));
    }

    private static ObjectNode allOn() {
        ObjectNode all = JSON.objectNode();
        SWITCHES.forEach(one -> all.put(one, true));
        return all;
    }

    /** All that these settings have, in the order of the page. */
    static List<Setting> of(JsonNode settings) {
        List<Setting> all = new ArrayList<>();
        boolean reasons = settings.has("reasons");
        KNOWN.stream().filter(one -> reasons || !NEWER.contains(one.name)).forEach(all::add);
        settings.properties().forEach(one -> {
            boolean known = OF_SENDER.contains(one.getKey())
                    || KNOWN.stream().anyMatch(setting -> setting.name.equals(one.getKey()));
            if (!known && one.getValue().isValueNode()) {
                all.add(new Setting(one.getKey(), OTHER, looking(one.getValue()), null));
            }
        });
        return all;
    }

    private static SettingKind looking(JsonNode value) {
        return value.isBoolean()
                ? new Flag()
                : value.isIntegralNumber() ? new Whole(0, Integer.MAX_VALUE, true) : new Line("text");
    }

    /** Whether we know what it is when nobody has set it. */
    public boolean known() {
        return !group.equals(OTHER);
    }

    /** Whether that is it, or a part of it, by the name that events have. */
    boolean has(String field) {
        return name.equals(SENDER) ? OF_SENDER.contains(field) : field.equals(name) || field.startsWith(name + ".");
    }

    /** Its value among all settings; {@code null}: none. */
    JsonNode in(JsonNode settings) {
        if (!name.equals(SENDER)) {
            JsonNode value = settings.get(name);
            return value == null || value.isNull() ? null : value;
        }
        ObjectNode all = JSON.objectNode();
        OF_SENDER.forEach(one -> {
            if (settings.hasNonNull(one)) {
                all.set(one, settings.get(one));
            }
        });
        return all;
    }

    /** The merge patch that makes it so. @param value {@code null}: the default */
    ObjectNode patch(JsonNode value) {
        ObjectNode patch = JSON.objectNode();
        if (name.equals(SENDER)) {
            OF_SENDER.forEach(one -> patch.set(one, value == null ? null : value.get(one)));
        } else {
            patch.set(name, value);
        }
        return patch;
    }
}
