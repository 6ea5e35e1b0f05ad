package dev.foyer.gateway.api;

import dev.foyer.gateway.index.ScimTokenEntry;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A token of a directory system as the API shows one. Prints nothing of the token. */
@Schema(
        name = "ScimToken",
        requiredProperties = {"id", "name"})
public record ScimTokenAnswer(
        String id,
        String name,
        Instant createdAt,
        String createdBy,

        @Schema(description = "From then on it is refused; absent: it does not expire")
        Instant expiresAt,

        @Schema(description = "The last day that it was used, in UTC; absent: it was not yet")
        LocalDate lastUsedOn,

        @Schema(description = "What the directory system sends; only in the answer to the request that made it")
        String token) {

    static ScimTokenAnswer of(ScimTokenEntry is) {
        return of(is, null);
    }

    static ScimTokenAnswer of(ScimTokenEntry is, String token) {
        return new ScimTokenAnswer(
                is.tokenId(), is.name(), is.madeAt(), is.madeBy(), is.expiresAt(), is.usedOn(), token);
    }

    @Override
    public String toString() {
        return "ScimTokenAnswer[" + id + "]";
    }
}
