package dev.foyer.gateway.index;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Users as the index has them. */
public final class ScimFixtures {

    private ScimFixtures() {}

    /** Not enabled, with all that a directory system said. */
    public static UserEntry mira() {
        Instant at = Instant.parse("2026-11-27T10:15:30Z");
        return new UserEntry(
                "contoso.com",
                "u-mira",
                3,
                "mira@contoso.com",
                "Mira Holm",
                "mira@contoso.com",
                "en",
                List.of("+14255550113"),
                null,
                new ScimDetails("00u1a2b3", true, Map.of("+14255550113", "work"), at, at));
    }
}
