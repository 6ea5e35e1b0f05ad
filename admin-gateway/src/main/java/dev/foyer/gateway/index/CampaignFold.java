package dev.foyer.gateway.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.gateway.index.CampaignEntry.State;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the events about a campaign make of it. Pure; an event seen twice changes nothing the second time. */
final class CampaignFold {

    private static final String PREFIX = "foyer.pin.Campaign";
    private static final String STARTED = PREFIX + "Started.v1";
    private static final String PROGRESSED = PREFIX + "Progressed.v1";
    private static final String STOPPED = PREFIX + "Stopped.v1";
    private static final String CONTINUED = PREFIX + "Continued.v1";
    private static final String FINISHED = PREFIX + "Finished.v1";

    /** As the API says them. */
    static final Set<String> ACTIONS = Set.of("ENABLE", "RESET_PIN", "REISSUE_SHORT_PINS");

    private CampaignFold() {}

    static boolean understands(String type) {
        return switch (type) {
            case STARTED, PROGRESSED, STOPPED, CONTINUED, FINISHED -> true;
            default -> false; // of whatever version comes
        };
    }

    /** @return {@code null} when it was never heard that it started: what is told of it then is from before our time */
    static CampaignEntry apply(CampaignEntry before, PublicEvent event) {
        String type = event.envelope().type();
        Instant at = event.neededTime("at");
        if (type.equals(STARTED)) {
            return before != null ? before : started(event, at);
        }
        if (before == null || event.sequence() <= before.version()) {
            return before;
        }
        return switch (type) {
            case PROGRESSED ->
                counted(before, before.state(), event, reasons(before, event), event.text("awaiting"), at, null);
            case STOPPED -> in(before, State.STOPPED, event, at);
            case CONTINUED -> in(before, State.RUNNING, event, at);
            default -> counted(before, State.FINISHED, event, before.reasons(), null, at, at);
        };
    }

    private static CampaignEntry started(PublicEvent event, Instant at) {
        int users = event.number("users");
        return new CampaignEntry(
                event.tenant(),
                event.needed("campaignId"),
                event.sequence(),
                action(event),
                State.RUNNING,
                event.envelope().actor(),
                at,
                event.number("perSecond"),
                users,
                0,
                0,
                0,
                users,
                Map.of(),
                null,
                at,
                null);
    }

    /** One that nobody here could show would take all others along: the event is left out, as what says nothing is. */
    private static String action(PublicEvent event) {
        String action = event.needed("action");
        if (!ACTIONS.contains(action)) {
            throw new IllegalArgumentException("action");
        }
        return action;
    }

    private static Map<String, Integer> reasons(CampaignEntry before, PublicEvent event) {
        Map<String, Integer> reasons = new TreeMap<>(before.reasons());
        for (JsonNode result : event.data().path("results")) {
            if (result.path("reason").isTextual()) {
                reasons.merge(result.get("reason").textValue(), 1, Integer::sum);
            }
        }
        return reasons;
    }

    private static CampaignEntry in(CampaignEntry is, State state, PublicEvent event, Instant at) {
        return new CampaignEntry(
                is.tenant(),
                is.id(),
                event.sequence(),
                is.action(),
                state,
                is.createdBy(),
                is.createdAt(),
                is.perSecond(),
                is.users(),
                is.done(),
                is.unchanged(),
                is.failed(),
                is.left(),
                is.reasons(),
                null,
                at,
                null);
    }

    private static CampaignEntry counted(
            CampaignEntry is,
            State state,
            PublicEvent event,
            Map<String, Integer> reasons,
            String awaiting,
            Instant at,
            Instant finishedAt) {
        return new CampaignEntry(
                is.tenant(),
                is.id(),
                event.sequence(),
                is.action(),
                state,
                is.createdBy(),
                is.createdAt(),
                is.perSecond(),
                is.users(),
                event.number("done"),
                event.number("unchanged"),
                event.number("failed"),
                event.number("left"),
                reasons,
                awaiting,
                at,
                finishedAt);
    }
}
