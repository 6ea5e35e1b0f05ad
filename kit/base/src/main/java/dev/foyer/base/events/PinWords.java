package dev.foyer.base.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds what may carry a PIN where none may be, by what it is called. Thread-safe. */
public final class PinWords {

    /** "Pin" as a word of a type's name, wherever it stands: PinResetRequested, ResetPin; not Shipping. */
    private static final Pattern TYPE =
            Pattern.compile("foyer\\.[a-z]+\\.(?:pin|\\w*(?:\\b|[a-z0-9_])P(?:in|IN))s?(?![a-z]).*");

    /** The same in names of fields, and what telephones call it. */
    private static final Pattern FIELD = Pattern.compile(
            "(?i:pins?|.*[_-]pins?|.*(?:digits|dtmf|passcode|keypress).*)|.*[a-z0-9]P(?:in|IN)s?(?![a-z]).*|pin[A-Z_].*");

    private static final Pattern KEYS = Pattern.compile("(?i).*(?:digits|dtmf|passcode|keypress).*");

    /** The same in a text that is no JSON, so that nobody knows where in it the names of fields stand. */
    private static final Pattern ANYWHERE = Pattern.compile(
            "(?i:\\bpins?\\b|digits|dtmf|passcode|keypress)|[a-z0-9_]P(?:in|IN)s?(?![a-z])|\\bpin[A-Z_]");

    private PinWords() {}

    /** Whether events of this type are about PINs. */
    public static boolean isAboutPins(String type) {
        return TYPE.matcher(type).matches();
    }

    /** The same, or about keys that callers press. */
    public static boolean isAboutKeys(String type) {
        return isAboutPins(type) || KEYS.matcher(type).matches();
    }

    /** Whether a field of the data, at any depth, is called as if a PIN were in it. */
    public static boolean namesOne(JsonNode data) {
        for (Map.Entry<String, JsonNode> field : data.properties()) {
            if (FIELD.matcher(field.getKey()).matches()) {
                return true;
            }
        }
        for (JsonNode inner : data) {
            if (namesOne(inner)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a PIN may be in these bytes, whatever they are, by what stands beside it. */
    public static boolean mayBeIn(byte[] value) {
        try {
            return namesOne(CloudEventReader.JSON.readTree(value));
        } catch (IOException e) {
            return ANYWHERE.matcher(new String(value, UTF_8)).find();
        }
    }
}
