package dev.foyer.base.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Credential;
import dev.foyer.base.Json;
import dev.foyer.base.events.InboundEvent.Cause;
import dev.foyer.base.events.InboundEvent.Envelope;
import dev.foyer.base.events.InboundEvent.Origin;
import dev.foyer.base.events.InboundEvent.Proof;
import java.io.IOException;
import java.time.Instant;

/**
 * A signed record as the credential of the command that it makes: the owner of the aggregate need not believe the instance
 * that read it. What is not signed, such as the time of the envelope, does not travel.
 */
public final class SignedRecord {

    private static final String PREFIX = "foyer-record:";
    private static final JsonMapper JSON = Json.mapper().build();

    private SignedRecord() {}

    private record Form(String topic, String type, String id, String key, String data, String signature) {}

    /** @param event that was read with its proof */
    public static Credential credential(InboundEvent event) {
        Proof proof = event.proof();
        try {
            return new Credential(PREFIX
                    + JSON.writeValueAsString(new Form(
                            event.topic(),
                            event.type(),
                            event.id(),
                            event.origin().key(),
                            new String(proof.data(), UTF_8),
                            proof.signature())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written", e);
        }
    }

    /** Whether it is one of these; what is in it is to be checked. */
    public static boolean isIn(Credential credential) {
        return credential.value().startsWith(PREFIX);
    }

    /**
     * The record, with a proof that nobody has checked yet. Its offset and its times are not known.
     *
     * @throws Unacceptable when none can be read; says nothing of what is there
     */
    public static InboundEvent read(Credential credential) {
        try {
            Form form = JSON.readValue(credential.value().substring(PREFIX.length()), Form.class);
            byte[] data = form.data().getBytes(UTF_8);
            return new InboundEvent(
                    new Envelope(form.id(), "", form.type(), form.key(), Instant.EPOCH, null),
                    Cause.UNSAID,
                    new Origin(form.topic(), -1, -1, form.key(), Instant.EPOCH),
                    JSON.readTree(data),
                    new Proof(
                            form.signature(),
                            SignedContent.of(form.topic(), form.type(), form.id(), form.key(), data),
                            data));
        } catch (IOException | RuntimeException e) {
            throw new Unacceptable("The credential holds no record that can be read.");
        }
    }
}
