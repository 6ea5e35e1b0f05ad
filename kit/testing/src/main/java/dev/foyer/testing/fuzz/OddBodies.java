package dev.foyer.testing.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Bodies: some that are meant so, some that look like it, some that are noise. */
final class OddBodies {

    private static final List<String> FIELDS = List.of(
            "userPrincipalName",
            "displayName",
            "primarySmtpAddress",
            "preferredLanguage",
            "phoneNumbers",
            "sendEmail",
            "sendEmailToAddress",
            "allowPstnOnlyMeetings",
            "serviceNumber",
            "tollFreeServiceNumber",
            "reveal",
            "conferenceId",
            "toAddress",
            "organizer",
            "subject",
            "startWithoutPin",
            "participantId",
            "callId",
            "from",
            "pin",
            "pinLength",
            "phoneSafePins",
            "maximumLogonAttempts",
            "lobbyAdmission",
            "emailSwitches",
            "serviceNumbers",
            "reason",
            "user");

    static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "5",
            "1e400",
            "99999999999999999999999999",
            "0.1",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"u-17\"",
            "\"amos@contoso.com\"",
            "\"4711007\"",
            "\"48213\"",
            "\"+15550100\"",
            "\"en\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"ü\"",
            "[]",
            "{}",
            "[null]",
            "[[[]]]",
            "{\"a\":{\"b\":[1]}}",
            "[\"+15550100\"]",
            "\"" + "x".repeat(300) + "\"",
            "\"" + "9".repeat(40) + "\"",
            "\"$(x)\"",
            "\"<script>\"",
            "NaN",
            "'x'",
            "tru",
            "\"unclosed");

    static final List<String> WHOLE = List.of(
            "",
            "{",
            "}",
            "[]",
            "null",
            "\"x\"",
            "{}",
            "{}{}",
            "{\"a\":1,\"a\":2}",
            "%",
            "=",
            "&&&",
            "a=%zz",
            "mail=HOLD&key=k",
            "name=nobody&password=x",
            "mail=ADDRESS&address=a@b",
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--",
            "<a/>",
            "a=1&".repeat(1_100),
            "[".repeat(5_000),
            "{\"a\":".repeat(2_000),
            "\uFEFF{}",
            "\0\0\0");

    private static final List<String> MEANT = List.of(
            "{}",
            "{\"userPrincipalName\":\"amos@contoso.com\",\"displayName\":\"Amos\"}",
            "{\"userPrincipalName\":\"x@contoso.com\",\"displayName\":\"X\",\"phoneNumbers\":[\"+4930123456\"]}",
            "{\"sendEmail\":true,\"sendEmailToAddress\":\"a@example.org\"}",
            "{\"sendEmail\":false,\"reveal\":false}",
            "{\"pinLength\":6}",
            "{\"pinLength\":null,\"lobbyAdmission\":\"x\"}",
            "{\"conferenceId\":\"8150042\"}",
            "{\"organizer\":\"u-17\",\"subject\":\"Weekly\"}",
            "{\"participantId\":\"p-1\",\"displayName\":\"Pat\"}",
            "{\"callId\":\"c-1\",\"conferenceId\":\"4711007\",\"from\":\"+4930123456\"}",
            "{\"pin\":\"48213\"}",
            "{\"conferenceId\":\"4711007\",\"callId\":\"c-1\",\"pin\":\"48213\"}",
            "{\"tenant\":\"no domain\",\"administrator\":\"x\"}",
            "{\"toAddress\":\"a@example.org\"}");

    private static final List<String> FORMS = List.of(
            "mail=HOLD&key=k-1",
            "mail=AUTOMATIC",
            "mail=ADDRESS&address=a@example.org&key=k-2",
            "mail=ADDRESS&address=",
            "mail=NEVER",
            "mail=HOLD&mail=AUTOMATIC",
            "key=" + "k".repeat(300),
            "key=",
            "=",
            "mail",
            "mail=%00&key=%00",
            "name=nobody&password=wrong-password",
            "name=&password=",
            "name=%C3%BC&password=x",
            "a=1;b=2");

    /** A field whose value is no other object. */
    private static final Pattern FIELD =
            Pattern.compile("(\"[^\"\\\\]*\"\\s*:\\s*)(\"[^\"\\\\]*\"|-?[0-9.]+|true|false|null|\\[[^\\[\\]{}]*])");

    private final Chance chance;

    OddBodies(Chance chance) {
        this.chance = chance;
    }

    /**
     * @param form as a page sends it, instead of JSON
     * @param meantThere what that very address is sent by those who know it; may be empty
     */
    byte[] next(boolean form, List<String> meantThere) {
        if (chance.onceIn(6)) {
            return chance.of(WHOLE).getBytes(UTF_8);
        }
        if (form) {
            return chance.of(FORMS).getBytes(UTF_8);
        }
        if (!meantThere.isEmpty() && !chance.onceIn(4)) {
            String meant = chance.of(meantThere);
            return (chance.onceIn(3) ? meant : withOneFieldChanged(meant)).getBytes(UTF_8);
        }
        if (chance.onceIn(2)) {
            return chance.of(MEANT).getBytes(UTF_8);
        }
        if (chance.onceIn(20)) {
            byte[] noise = new byte[chance.below(200)];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (byte) chance.below(256);
            }
            return noise;
        }
        StringBuilder json = new StringBuilder("{");
        for (int field = chance.below(5); field >= 0; field--) {
            json.append('"')
                    .append(chance.of(FIELDS))
                    .append("\":")
                    .append(chance.of(VALUES))
                    .append(field > 0 ? "," : "");
        }
        return json.append('}').toString().getBytes(UTF_8);
    }

    /** So that whoever reads it gets past all the others. */
    private String withOneFieldChanged(String json) {
        List<MatchResult> fields = FIELD.matcher(json).results().toList();
        if (fields.isEmpty()) {
            return json;
        }
        MatchResult field = chance.of(fields);
        String changed = switch (chance.below(6)) {
            case 0 -> "\"other\":1";
            case 1 -> field.group() + "," + field.group();
            case 2 -> field.group(1) + "\"" + "y".repeat(3_000) + "\"";
            default -> field.group(1) + chance.of(VALUES);
        };
        return json.substring(0, field.start()) + changed + json.substring(field.end());
    }
}
