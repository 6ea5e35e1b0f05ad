package dev.foyer.gateway.index;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Is told what this gateway's view shows. Called by the thread that reads; must neither block nor throw. */
public interface Onlooker {

    /** Nobody looks on. */
    Onlooker NOBODY = new Onlooker() {
        @Override
        public void ended() {
            // nobody
        }

        @Override
        public void shown(Iterable<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> next) {
            // nobody
        }
    };

    /** The view has ended and is read again from where it was saved last; it answers nothing until the next {@link #shown}. */
    void ended();

    /**
     * Whatever is asked from now on is answered with these.
     *
     * @param records none of them: time passes
     * @param next of every partition what comes next; everything before shows
     */
    void shown(Iterable<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> next);
}
