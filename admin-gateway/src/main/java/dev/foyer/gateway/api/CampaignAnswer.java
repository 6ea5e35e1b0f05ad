package dev.foyer.gateway.api;

import dev.foyer.gateway.index.CampaignEntry;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A campaign as the API shows one: how far it is. Never a PIN. */
public record CampaignAnswer(
        String id,
        CampaignAction action,
        CampaignEntry.State state,
        String createdBy,
        Instant createdAt,
        int perSecond,

        @Schema(description = "How many there are") int users,

        int done,

        @Schema(description = "With whom there was nothing to do, such as enabling who is enabled")
        int unchanged,

        @Schema(description = "Of whom it was refused") int failed,

        @Schema(description = "Of whom no outcome is known yet")
        int left,

        @Schema(description = "Why users were unchanged or failed, with how many of them")
        Map<String, Integer> reasons,

        @Schema(
                description =
                        "Why none of the users whose turn it is is decided; absent: it goes on, or does not run. They are asked every 30 s: with NO_DELIVERY_KEY, which concerns all, until notification-service is there, else for ten minutes; then they have failed for this reason",
                enumeration = {"NO_DELIVERY_KEY", "CONFERENCE_ID_UNSETTLED", "NO_ANSWER"})
        String awaiting,

        @Schema(description = "When the last event of it was")
        Instant changedAt,

        @Schema(description = "Absent: it is not") Instant finishedAt) {

    static CampaignAnswer of(CampaignEntry is) {
        return new CampaignAnswer(
                is.id(),
                CampaignAction.valueOf(is.action()),
                is.state(),
                is.createdBy(),
                is.createdAt(),
                is.perSecond(),
                is.users(),
                is.done(),
                is.unchanged(),
                is.failed(),
                is.left(),
                is.reasons(),
                is.awaiting(),
                is.changedAt(),
                is.finishedAt());
    }

    /** What was asked for and is durable, while the index does not show it yet. */
    static CampaignAnswer accepted(String id, CampaignAction action, String by, int perSecond, int users) {
        Instant now = Instant.now();
        return new CampaignAnswer(
                id,
                action,
                CampaignEntry.State.RUNNING,
                by,
                now,
                perSecond,
                users,
                0,
                0,
                0,
                users,
                Map.of(),
                null,
                now,
                null);
    }
}
