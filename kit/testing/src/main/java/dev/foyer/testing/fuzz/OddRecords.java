package dev.foyer.testing.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records of topics, each with something odd about it, and some proper ones among them; all from one seed. Not thread-safe. */
public final class OddRecords {

    /** A field of JSON, with a value that is no object and no list. */
    private static final Pattern FIELD =
            Pattern.compile("(\"\\w+\"\\s*:\\s*)(\"[^\"\\\\]*\"|-?[0-9.]+|true|false|null)");

    private static final List<String> TIMES = List.of(
            "2026-11-27T10:00:00Z",
            "1970-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "yesterday",
            "",
            "-1",
            "+1000000000-12-31T23:59:59Z");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "text/plain",
            "application/cloudevents+json",
            "",
            "a/b/c;");

    private final List<Template> templates;
    private final Chance chance;
    private int number;

    /**
     * What is said in a topic.
     *
     * @param tenant whose it is
     * @param type of CloudEvents
     * @param json its data, as they should be
     */
    public record Template(String topic, String key, String tenant, String type, String json) {}

    public OddRecords(List<Template> templates, long seed) {
        this.templates = List.copyOf(templates);
        this.chance = new Chance(seed);
    }

    /** One in four is as it should be, so that what is odd meets what is there. */
    public ProducerRecord<byte[], byte[]> next() {
        Template template = chance.of(templates);
        String json = renamed(template.json());
        Map<String, String> envelope = envelope(template);
        if (chance.onceIn(4)) {
            return record(template.topic(), renamed(template.key()).getBytes(UTF_8), json.getBytes(UTF_8), envelope);
        }
        byte[] key = chance.onceIn(6) ? oddKey() : renamed(template.key()).getBytes(UTF_8);
        byte[] value = chance.onceIn(3) ? oddValue(json) : fieldsChanged(json).getBytes(UTF_8);
        if (chance.onceIn(3)) {
            distort(envelope);
        }
        if (chance.onceIn(12)) {
            return structured(template, key, json, envelope);
        }
        ProducerRecord<byte[], byte[]> record = record(template.topic(), key, value, envelope);
        if (chance.onceIn(8)) {
            record.headers()
                    .add(chance.of(List.of("ce_id", "ce_type", "ce_time", "content-type")), "x".getBytes(UTF_8));
        }
        if (chance.onceIn(20)) {
            record.headers().add("ce_" + "x".repeat(200), new byte[2_000]).add("ce_subject", null);
        }
        return record;
    }

    /** The same few people, calls and conferences, so that records are about what others were about. */
    private String renamed(String text) {
        return text.replace("u-17", "fuzz-" + chance.below(8))
                .replace("call-1", "fuzz-call-" + chance.below(8))
                .replace("4711008", "470000" + chance.below(10))
                .replace("4711007", "470000" + chance.below(10));
    }

    /** With the extensions that our own services write; who does not know them leaves them out of account. */
    private Map<String, String> envelope(Template template) {
        Map<String, String> envelope = new LinkedHashMap<>();
        envelope.put("ce_specversion", "1.0");
        envelope.put("ce_id", "odd-" + number++);
        envelope.put("ce_source", "/fuzz");
        envelope.put("ce_time", TIMES.getFirst());
        envelope.put("ce_type", template.type());
        envelope.put("ce_subject", template.key());
        envelope.put("ce_actor", "fuzz");
        envelope.put("ce_actorrole", "service");
        envelope.put("ce_commandid", "odd-command-" + number);
        envelope.put("ce_correlationid", "odd");
        envelope.put("ce_tenant", template.tenant());
        envelope.put("ce_sequence", Integer.toString(number));
        envelope.put("content-type", TYPES.getFirst());
        return envelope;
    }

    private void distort(Map<String, String> envelope) {
        switch (chance.below(8)) {
            case 6 -> envelope.put("ce_sequence", chance.of(List.of("-1", "x", "", "9223372036854775807", "1e3")));
            case 7 -> envelope.put("ce_tenant", chance.of(List.of("", "nobody", "northwind.com", "a b", "\u0000")));
            case 0 -> envelope.remove(chance.of(new ArrayList<>(envelope.keySet())));
            case 1 -> envelope.put("ce_time", chance.of(TIMES));
            case 2 -> envelope.put("content-type", chance.of(TYPES));
            case 3 ->
                envelope.put("ce_type", chance.of(List.of("", "x", "foyer.pin.PinReset.v99", "\0", "y".repeat(5_000))));
            case 4 ->
                envelope.put("ce_id", chance.of(List.of("", "odd-1", "\ud83d\ude00", "z".repeat(5_000), "a\r\nb")));
            default -> envelope.put("ce_specversion", chance.of(List.of("0.3", "2.0", "", "1")));
        }
    }

    private byte[] oddKey() {
        return switch (chance.below(4)) {
            case 0 -> null;
            case 1 -> new byte[0];
            case 2 -> new byte[] {(byte) 0xff, (byte) 0xfe, 0};
            default -> "k".repeat(3_000).getBytes(UTF_8);
        };
    }

    private byte[] oddValue(String json) {
        return switch (chance.below(6)) {
            case 0 -> null;
            case 1 -> chance.of(OddBodies.WHOLE).getBytes(UTF_8);
            case 2 -> json.substring(0, chance.below(json.length())).getBytes(UTF_8);
            case 3 -> json.getBytes(UTF_16);
            case 4 -> (json + json).getBytes(UTF_8);
            default -> {
                byte[] noise = json.getBytes(UTF_8);
                noise[chance.below(noise.length)] = (byte) (128 + chance.below(128));
                yield noise;
            }
        };
    }

    /** Some values are others, some fields are not there, or there twice. */
    private String fieldsChanged(String json) {
        Matcher fields = FIELD.matcher(json);
        StringBuilder changed = new StringBuilder();
        while (fields.find()) {
            String field = fields.group();
            if (chance.onceIn(3)) {
                field = switch (chance.below(5)) {
                    case 0 -> "\"other\":1";
                    case 1 -> field + "," + field;
                    case 2 -> fields.group(1) + "\"" + "y".repeat(100_000) + "\"";
                    default -> fields.group(1) + chance.of(OddBodies.VALUES);
                };
            }
            fields.appendReplacement(changed, Matcher.quoteReplacement(field));
        }
        return fields.appendTail(changed).toString();
    }

    private ProducerRecord<byte[], byte[]> structured(
            Template template, byte[] key, String json, Map<String, String> envelope) {
        String attributes = envelope.entrySet().stream()
                .filter(each -> each.getKey().startsWith("ce_"))
                .map(each -> "\"" + each.getKey().substring(3) + "\":\""
                        + each.getValue().replaceAll("\\p{Cntrl}", "?") + "\"")
                .collect(Collectors.joining(","));
        byte[] event = ("{" + attributes + ",\"data\":" + (chance.onceIn(2) ? fieldsChanged(json) : json) + "}")
                .getBytes(chance.onceIn(10) ? ISO_8859_1 : UTF_8);
        return record(template.topic(), key, event, Map.of("content-type", "application/cloudevents+json"));
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, byte[] key, byte[] value, Map<String, String> envelope) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, value);
        envelope.forEach((name, said) -> record.headers().add(name, said.getBytes(UTF_8)));
        return record;
    }
}
