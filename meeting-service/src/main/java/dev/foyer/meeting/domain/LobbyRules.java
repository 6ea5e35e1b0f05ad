package dev.foyer.meeting.domain;

/** What holds in each tenant's lobbies, as far as is known when a decision is made. Must not block. */
@FunctionalInterface
public interface LobbyRules {

    /** As if no tenant had chosen anything. */
    LobbyRules DEFAULT = tenant -> LobbyRule.DEFAULT;

    /** Never {@code null}. */
    LobbyRule of(String tenant);
}
