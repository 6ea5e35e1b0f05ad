package dev.foyer.gateway.index;

import dev.foyer.base.events.BuriedRecord;
import dev.foyer.base.events.Unacceptable;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records of the topics of dead letters. Their own headers are those of whoever wrote what could not be used, and say nothing. */
public final class LetterRecords {

    private static final String TOPICS = ".dead-letters";

    private LetterRecords() {}

    /** Whether the records of this topic are letters, and no events. */
    public static boolean areIn(String topic) {
        return topic.endsWith(TOPICS);
    }

    /**
     * Only the service whose topic it is writes there.
     *
     * @throws Unacceptable when it is no letter, or says that another service has written it
     */
    public static BuriedRecord read(ConsumerRecord<byte[], byte[]> record) {
        BuriedRecord letter = BuriedRecord.read(record);
        if (!BuriedRecord.topicOf(letter.reader()).equals(record.topic())) {
            throw new Unacceptable("It says that another service has written it.");
        }
        return letter;
    }
}
