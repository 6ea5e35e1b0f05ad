package dev.foyer.gateway.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a replay of many, or would come. */
public record ReplayedLetters(
        boolean dryRun,

        @Schema(description = "How many match and are not settled")
        long matching,

        @Schema(description = "How many of them this was not about; ask again for them")
        long left,

        List<Item> items) {

    /** Of one letter. */
    public record Item(
            String id,
            Outcome outcome,

            @Schema(
                    description =
                            "Why it could not be used again, was not replayed, or why it is not known yet whether it was")
            String why) {}

    /** What came of it. */
    public enum Outcome {
        WOULD_BE_REPLAYED,
        REPLAYED,
        BURIED_AGAIN,
        /** It goes on, or its service does not say: the letter tells later what came of it, and who asks again is told. */
        REPLAYING,
        NOT_REPLAYED
    }
}
