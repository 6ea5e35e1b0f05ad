package dev.foyer.testing.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

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

    private static final List<String> VALUES = List.of(
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

    private static final List<String> WHOLE = List.of(
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
            "name=admin&password=x",
            "mail=ADDRESS&address=a@b",
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--",
            "<a/>",
            "a=1&".repeat(1_100),
            "[".repeat(5_000),
            "{\"a\":".repeat(2_000),
            "\uFEFF{}",
            "\0\0\0");

    private final Chance chance;

    OddBodies(Chance chance) {
        this.chance = chance;
    }

    byte[] next() {
        if (chance.onceIn(3)) {
            return chance.of(WHOLE).getBytes(UTF_8);
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
}
