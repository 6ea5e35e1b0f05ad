package dev.foyer.gateway.callers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.gateway.tenantevents.EventRedaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Callers' numbers in the records that a tenant's systems read. */
@ApplicationScoped
public class MaskedEvents implements EventRedaction {

    private static final String PREFIX = "foyer.";
    private static final Logger LOG = Logger.getLogger(MaskedEvents.class);
    /** What cannot be read cannot be masked. */
    private static final byte[] NOTHING_OF_IT = "{}".getBytes(UTF_8);

    private static final JsonMapper JSON = Json.mapper().build();

    @Inject
    ReadModel index;

    @Override
    public byte[] data(String tenant, String type, byte[] data) {
        String event = event(type);
        if (data == null || !CallerMask.concerns(event)) {
            return data;
        }
        CallerMask mask = new CallerMask(index.tenant(tenant));
        try {
            JsonNode all = JSON.readTree(data);
            return all.isObject() ? JSON.writeValueAsBytes(mask.shown(event, all)) : NOTHING_OF_IT;
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
