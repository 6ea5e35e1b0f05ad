package dev.foyer.pin.inbound;

import static dev.foyer.pin.inbound.DirectoryReactions.DIRECTORY;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.CorrelationId;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.InboundId;
import dev.foyer.base.events.TenantTopic;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.base.text.Ids;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.service.eventsourced.InboundData;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * One record that may be acted upon: whose user it is about is beyond doubt.
 *
 * @param requestId the same whenever its sender means the same
 * @param changedBy the person who did it in the tenant's systems, or {@code null} when they did it by themselves
 */
record DirectoryRecord(InboundEvent event, UserKey user, String changedBy, String requestId, CommandMeta meta) {

    /** Other fields belong to the types. */
    record Envelope(
            @NotNull @Pattern(regexp = Ids.EARLIER_ID, message = IS_NO_USER_ID) @Text(TextKind.OPAQUE)
            String userId,

            @Pattern(regexp = Ids.ID, message = IS_NO_USER_ID) @Text(TextKind.OPAQUE)
            String changedBy,

            @Text(TextKind.OPAQUE) String tenant) {}

    private static final TenantTopic TOPIC = new TenantTopic("directory");

    private static final String IS_NO_USER_ID =
            "must be a user id: 1 to 128 characters without white space, slashes, backslashes and invisible ones, composed"
                    + " (Unicode NFC), and neither . nor ..";

    /** @throws Unacceptable when it contradicts itself, or its topic */
    static DirectoryRecord of(InboundEvent event, InboundData reader) {
        String tenant = TOPIC.tenant(event.topic());
        Envelope envelope = reader.read(event, Envelope.class);
        TenantTopic.sameTenant(tenant, event.tenant());
        TenantTopic.sameTenant(tenant, envelope.tenant());
        sameUser(envelope.userId(), event);
        InboundId id = event.inboundId();
        return new DirectoryRecord(
                event,
                new UserKey(tenant, envelope.userId()),
                envelope.changedBy(),
                id.requestId(),
                meta(id, event, envelope.changedBy()));
    }

    /** The same, if a user may be called so; who came before that was refused can only be taken away. */
    DirectoryRecord ofUserWhoMayCome() {
        if (!user.mayCome()) {
            throw new Unacceptable("userId " + IS_NO_USER_ID + InboundData.AGAIN);
        }
        return this;
    }

    /** Whether the display name has what nobody would see, which is left out and noted (rule G5). */
    boolean nameIsCleaned() {
        return TextKind.SENT_LINE.cleans(event.data().path("displayName").asText());
    }

    /** The key keeps the order and the data say who is meant: two that differ would be in order for the wrong person. */
    private static void sameUser(String userId, InboundEvent event) {
        if (!userId.equals(event.origin().key())) {
            throw new Unacceptable(
                    "The record's key is not its userId; use the userId as key, because the key keeps the"
                            + " order of what is said about a user.");
        }
        if (event.subject() != null && !userId.equals(event.subject())) {
            throw new Unacceptable("The subject is not the userId; make them equal, or leave the subject out.");
        }
    }

    private static CommandMeta meta(InboundId id, InboundEvent event, String changedBy) {
        Actor actor = new Actor(changedBy == null ? DIRECTORY : changedBy, DIRECTORY, changedBy);
        String given = event.correlationId() != null ? event.correlationId() : CorrelationId.orNull(event.id());
        return new CommandMeta(id.toString(), given != null ? given : id.requestId(), actor, event.traceparent())
                .because(TextKind.LINE.isFormOf(event.id()) ? event.id() : null);
    }
}
