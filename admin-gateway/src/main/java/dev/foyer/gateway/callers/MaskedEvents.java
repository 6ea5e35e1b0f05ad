package dev.foyer.gateway.callers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.Json;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.gateway.tenantevents.EventRedaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** What the records that a tenant's systems read show less of than those of services: callers' numbers, and what tokens are known by. */
@ApplicationScoped
public class MaskedEvents implements EventRedaction {

    private static final String PREFIX = "foyer.";
    private static final Logger LOG = Logger.getLogger(MaskedEvents.class);
    /** What cannot be read cannot be masked. */
    private static final byte[] NOTHING_OF_IT = "{}".getBytes(UTF_8);

    /** What services need of an event and nobody else, by its service and name. */
    private static final Map<String, Set<String>> OF_SERVICES = Map.of("pin.ScimTokenMade", Set.of("digest"));

    private static final JsonMapper JSON = Json.mapper().build();

    @Inject
    ReadModel index;

    @Override
    public byte[] data(String tenant, String type, byte[] data) {
        String event = event(type);
        Set<String> without = OF_SERVICES.getOrDefault(event, Set.of());
        boolean masked = CallerMask.concerns(event);
        if (data == null || !masked && without.isEmpty()) {
            return data;
        }
        CallerMask mask = masked ? new CallerMask(index.tenant(tenant)) : null;
        try {
            if (!(JSON.readTree(data) instanceof ObjectNode all)) {
                return NOTHING_OF_IT;
            }
            all.remove(without);
            return JSON.writeValueAsBytes(masked ? mask.shown(event, all) : all);
        } catch (IOException _) {
            LOG.errorf("A %s of %s cannot be read: its systems get the envelope without data", type, tenant);
            return NOTHING_OF_IT;
        }
    }

    /** Service and name, without version. */
    private static String event(String type) {
        int version = type.lastIndexOf(".v");
        return type.startsWith(PREFIX) && version > 0 ? type.substring(PREFIX.length(), version) : type;
    }
}
