package dev.foyer.gateway.scans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.base.Roles;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.tenantevents.EventWitness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Counts the conference IDs that do not exist which callers dialled at bridges that speak by topics (rule G2): nobody asks us
 * about these, so they are taken from the events that refuse them, each once by its id. Thread-safe.
 */
@ApplicationScoped
class RefusedCalls implements EventWitness {

    private static final String TYPE = "foyer.meeting.CallerRefused.v1";
    private static final String UNKNOWN = "UNKNOWN_CONFERENCE";
    /** The account that stands for all bridges of a tenant that speak by its topic. */
    private static final String BRIDGE = "topic";

    /** Of which each waits for pin-service; what comes beyond is not counted, as when nobody counts at all. */
    private static final int AT_ONCE = 256;

    private static final Logger LOG = Logger.getLogger(RefusedCalls.class);
    private static final JsonMapper JSON = Json.mapper().build();

    @Inject
    CallSources sources;

    @Inject
    Scans scans;

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Override
    public void copied(String tenant, String type, String id, byte[] data) {
        if (!TYPE.equals(type) || id == null || data == null) {
            return;
        }
        try {
            JsonNode refused = JSON.readTree(data);
            if (UNKNOWN.equals(refused.path("reason").asText())) {
                count(tenant, id, refused.path("from").asText(null));
            }
        } catch (IOException e) {
            LOG.errorf("The refusal of a call cannot be read, and is not counted: %s", id);
        }
    }

    private void count(String tenant, String id, String from) {
        if (!places.tryAcquire()) {
            LOG.warnf("Too many calls are refused at a time; one of %s is not counted", tenant);
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                Account bridge = new Account(BRIDGE, tenant, Set.of(Roles.BRIDGE), null);
                CommandContext command = new CommandContext(bridge, Roles.BRIDGE, id, id);
                scans.missed(Guess.atConferenceId(sources.of(bridge, from), command, null));
            } finally {
                places.release();
            }
        });
    }
}
