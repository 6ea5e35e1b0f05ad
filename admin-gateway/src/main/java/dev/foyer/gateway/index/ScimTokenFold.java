package dev.foyer.gateway.index;

import java.time.LocalDate;

/** What the events about tokens make of one. Pure; an event seen twice makes the same again. */
final class ScimTokenFold {

    private static final String MADE = "foyer.pin.ScimTokenMade.v1";
    private static final String REVOKED = "foyer.pin.ScimTokenRevoked.v1";
    private static final String USED = "foyer.pin.ScimTokenUsed.v1";

    private ScimTokenFold() {}

    static boolean understands(String type) {
        return type.equals(MADE) || type.equals(REVOKED) || type.equals(USED);
    }

    /** @return {@code null} when there is none, or none any more */
    static ScimTokenEntry apply(ScimTokenEntry before, PublicEvent event) {
        if (before != null && event.sequence() < before.version()) {
            return before;
        }
        return switch (event.envelope().type()) {
            case MADE ->
                new ScimTokenEntry(
                        event.tenant(),
                        event.needed("tokenId"),
                        event.sequence(),
                        event.text("name"),
                        event.text("digest"),
                        event.neededTime("at"),
                        event.envelope().actor(),
                        event.time("expiresAt"),
                        null);
            case USED ->
                before == null
                        ? null
                        : new ScimTokenEntry(
                                before.tenant(),
                                before.tokenId(),
                                event.sequence(),
                                before.name(),
                                before.digest(),
                                before.madeAt(),
                                before.madeBy(),
                                before.expiresAt(),
                                LocalDate.parse(event.needed("usedOn")));
            default -> null;
        };
    }
}
