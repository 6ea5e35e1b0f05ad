package dev.foyer.eventsourcing.inbound;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.foyer.base.events.InboundEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * All reactions of a service to one group of topics, each to its own type of event. What none of them is about is none of
 * our business. Immutable.
 */
public final class Reactions implements InboundHandler {

    private final Map<String, Reaction> byType;
    private final boolean confidential;
    private final boolean awaited;

    private Reactions(List<Reaction> reactions, boolean confidential, boolean awaited) {
        this.byType = reactions.stream().collect(toUnmodifiableMap(Reaction::type, reaction -> reaction));
        this.confidential = confidential;
        this.awaited = awaited;
    }

    /** @throws IllegalStateException when two are about the same type */
    public static Reactions of(Reaction... reactions) {
        return new Reactions(List.of(reactions), false, false);
    }

    /** To records that are for this service only: see {@link InboundHandler#confidential}. */
    public static Reactions confidential(Reaction... reactions) {
        return new Reactions(List.of(reactions), true, false);
    }

    /** To records whose outcome somebody waits for: see {@link InboundHandler#awaited}. */
    public static Reactions awaited(Reaction... reactions) {
        return new Reactions(List.of(reactions), false, true);
    }

    @Override
    public boolean understands(String type) {
        return byType.containsKey(type);
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        return byType.get(event.type()).react(event);
    }

    @Override
    public boolean confidential() {
        return confidential;
    }

    @Override
    public boolean awaited() {
        return awaited;
    }
}
