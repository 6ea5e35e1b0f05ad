package dev.foyer.gateway.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.events.BuriedRecord;
import dev.foyer.base.events.CloudEventReader;
import dev.foyer.gateway.index.DeadLetterEntry.Content;
import dev.foyer.gateway.index.DeadLetterEntry.Letter;
import dev.foyer.gateway.index.DeadLetterEntry.Outcome;
import dev.foyer.gateway.index.DeadLetterEntry.State;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Dead letters and what becomes of them, in any order. Pure; what is seen twice makes the same again. */
final class DeadLetterFold {

    /** Of whichever service. */
    private static final Pattern EVENTS = Pattern.compile("foyer\\.[a-z]+\\.DeadLetter(?:Replayed|Discarded)\\.v1");

    private static final String DISCARDED = ".DeadLetterDiscarded.v1";

    /** Of a value more is not kept here; it lies in the topic. */
    private static final int LONGEST_VALUE = 8_192;

    private DeadLetterFold() {}

    static boolean understands(String type) {
        return EVENTS.matcher(type).matches();
    }

    /** A letter as it lies in its topic; the same record may be buried twice, and is one letter. */
    static DeadLetterEntry letter(DeadLetterEntry before, BuriedRecord buried) {
        Letter known = before == null ? null : before.letter();
        Letter letter = new Letter(
                buried.lies().partition(),
                buried.lies().offset(),
                buried.reason(),
                writtenAt(buried),
                known == null ? buried.buriedAt() : known.buriedAt(),
                buried.kept().name(),
                buried.isOfTenantsOwn() ? content(buried.content()) : null);
        return new DeadLetterEntry(
                buried.owner(),
                buried.id(),
                buried.service(),
                before == null ? 0 : before.version(),
                letter,
                buried.origin().topic(),
                buried.origin().partition(),
                buried.origin().offset(),
                before == null ? null : before.outcome());
    }

    /** What somebody did about it. */
    static DeadLetterEntry outcome(DeadLetterEntry before, PublicEvent event) {
        if (before != null && event.sequence() < before.version()) {
            return before;
        }
        String type = event.envelope().type();
        return new DeadLetterEntry(
                event.tenant(),
                event.needed("deadLetterId"),
                type.substring("foyer.".length(), type.indexOf('.', "foyer.".length())),
                event.sequence(),
                before == null ? null : before.letter(),
                event.needed("topic"),
                event.number("partition"),
                event.data().path("offset").asLong(),
                new Outcome(
                        state(event),
                        event.text("why"),
                        event.text("reason"),
                        event.envelope().actor(),
                        event.neededTime("at"),
                        event.envelope().commandId()));
    }

    private static State state(PublicEvent event) {
        if (event.envelope().type().endsWith(DISCARDED)) {
            return State.DISCARDED;
        }
        return event.needed("outcome").equals("HANDLED") ? State.REPLAYED : State.BURIED_AGAIN;
    }

    private static Instant writtenAt(BuriedRecord buried) {
        long at = buried.content().timestamp();
        return at < 0 ? null : Instant.ofEpochMilli(at);
    }

    private static Content content(ConsumerRecord<byte[], byte[]> record) {
        String value = record.value() == null ? null : text(record.value());
        boolean cut = value != null && value.length() > LONGEST_VALUE;
        return new Content(
                record.key() == null ? null : text(record.key()),
                CloudEventReader.type(record).orElse(null),
                cut ? value.substring(0, LONGEST_VALUE) : value,
                cut);
    }

    /** What is no text is nothing that anybody could read. */
    private static String text(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return "(" + bytes.length + " bytes that are no text)";
        }
    }
}
