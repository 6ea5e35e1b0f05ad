package dev.foyer.base.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One public event as a reader gets it. Immutable.
 *
 * @param data the JSON data
 * @param proof that it is of whom it says; of most records there is none
 */
public record InboundEvent(Envelope envelope, Cause cause, Origin origin, JsonNode data, Proof proof) {

    /** Not signed. */
    public InboundEvent(Envelope envelope, Cause cause, Origin origin, JsonNode data) {
        this(envelope, cause, origin, data, Proof.NONE);
    }

    /**
     * What CloudEvents says of every event.
     *
     * @param id unique with the source; the same when the record is read again
     * @param type with version, e.g. {@code foyer.pin.PinReset.v1}
     * @param subject or {@code null}
     * @param tenant of the extension; records of {@code in.} topics get theirs from the topic's name instead
     * @param sequence how many events its aggregate had with this one, {@code null} when it does not say: what happened to
     *     one aggregate is in this order, whatever clocks said
     * @param saysTime whether its writer says when it happened; otherwise {@code time} is that of the record
     */
    public record Envelope(
            String id,
            String source,
            String type,
            String subject,
            Instant time,
            String tenant,
            Long sequence,
            boolean saysTime) {

        /** With the time of its writer. */
        public Envelope(
                String id, String source, String type, String subject, Instant time, String tenant, Long sequence) {
            this(id, source, type, subject, time, tenant, sequence, true);
        }

        /** Of no sequence. */
        public Envelope(String id, String source, String type, String subject, Instant time, String tenant) {
            this(id, source, type, subject, time, tenant, null);
        }
    }

    /**
     * Who and why; each {@code null} when it is not said.
     *
     * @param correlationId joins all that followed from one request
     * @param traceparent of W3C Trace Context
     * @param reason why the actor wanted it
     */
    public record Cause(
            String actor, String actorRole, String commandId, String correlationId, String traceparent, String reason) {
        /** Nothing is said of it. */
        public static final Cause UNSAID = new Cause(null, null, null, null);

        /** Without a trace. */
        public Cause(String actor, String actorRole, String commandId, String correlationId) {
            this(actor, actorRole, commandId, correlationId, null, null);
        }
    }

    /**
     * Where the record lies.
     *
     * @param key of the record, or {@code null}: what keeps the order
     * @param writtenAt the record's own time
     * @param topicId tells topics apart that had this name one after the other; {@code null}: not known
     */
    public record Origin(String topic, int partition, long offset, String key, Instant writtenAt, String topicId) {

        /** Of whatever topic has the name. */
        public Origin(String topic, int partition, long offset, String key, Instant writtenAt) {
            this(topic, partition, offset, key, writtenAt, null);
        }
    }

    /**
     * A signature that nobody has checked yet.
     *
     * @param signature a detached JWS, or {@code null} when there is none
     * @param content what it must be over, see {@link SignedContent}
     * @param data the value as it was read, byte for byte: whoever hands the proof on needs it
     */
    public record Proof(String signature, byte[] content, byte[] data) {
        /** Nothing proves it. */
        public static final Proof NONE = new Proof(null, new byte[0]);

        /** To be checked here and not handed on. */
        public Proof(String signature, byte[] content) {
            this(signature, content, new byte[0]);
        }
    }

    /** The same, read from this topic of all that ever had the name. */
    public InboundEvent of(String topicId) {
        Origin lies = new Origin(
                origin.topic(), origin.partition(), origin.offset(), origin.key(), origin.writtenAt(), topicId);
        return new InboundEvent(envelope, cause, lies, data, proof);
    }

    /**
     * The same, read once more from its dead letter: as a request of its own, so that it is decided although what came behind it was
     * decided since. An event of ours keeps its id, by which what it did already is known and its seal is opened; what a tenant wrote
     * is another request each time.
     *
     * @param replay names it; no white space, no tilde
     * @param newId whether it is another request
     * @param correlation of whoever wants it
     */
    public InboundEvent again(String replay, boolean newId, String correlation) {
        Envelope said = newId
                ? new Envelope(
                        id() + "/" + replay,
                        envelope.source(),
                        type(),
                        subject(),
                        time(),
                        tenant(),
                        sequence(),
                        envelope.saysTime())
                : envelope;
        return new InboundEvent(
                        said,
                        new Cause(actor(), actorRole(), commandId(), correlation, traceparent(), reason()),
                        origin,
                        data,
                        proof)
                .of(replay);
    }

    public String id() {
        return envelope.id();
    }

    public String type() {
        return envelope.type();
    }

    public String subject() {
        return envelope.subject();
    }

    public Instant time() {
        return envelope.time();
    }

    public String tenant() {
        return envelope.tenant();
    }

    public Long sequence() {
        return envelope.sequence();
    }

    public String actor() {
        return cause.actor();
    }

    public String actorRole() {
        return cause.actorRole();
    }

    public String commandId() {
        return cause.commandId();
    }

    public String correlationId() {
        return cause.correlationId();
    }

    public String traceparent() {
        return cause.traceparent();
    }

    /** Why its actor wanted it; {@code null}: it is not said. */
    public String reason() {
        return cause.reason();
    }

    public String topic() {
        return origin.topic();
    }

    public int partition() {
        return origin.partition();
    }

    public long offset() {
        return origin.offset();
    }

    /**
     * For the one command that an event of ours makes: the event's id makes a record that is read twice one command.
     *
     * @param service that reacts
     */
    public CommandMeta meta(String service) {
        return meta(service, "");
    }

    /** @param part tells the commands of one event apart: events of ours are named after the command that made them */
    public CommandMeta meta(String service, String part) {
        return new CommandMeta(
                id() + part, correlationId() == null ? id() : correlationId(), Actor.service(service), traceparent());
    }

    /** The command id for what somebody else's topic asks of one aggregate: it makes both kinds of repetition harmless. */
    public InboundId inboundId() {
        return new InboundId(
                digest(envelope.source() + "\n" + id()),
                topic() + "-" + partition() + (origin.topicId() == null ? "" : "@" + origin.topicId()),
                offset(),
                origin.writtenAt().toEpochMilli());
    }

    private static String digest(String name) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
            return HexFormat.of().formatHex(whole, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
