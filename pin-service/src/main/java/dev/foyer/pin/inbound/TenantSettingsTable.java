package dev.foyer.pin.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.pin.domain.tenant.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every tenant's settings in memory, from {@code tenant.settings}: users and settings lie in different partitions, so a
 * user's owner cannot ask the settings' owner while it decides. Thread-safe.
 */
@ApplicationScoped
public class TenantSettingsTable implements InboundHandler {

    private static final String TYPE = "foyer.pin.TenantSettingsChanged.v1";
    private static final JsonMapper JSON = Json.mapper().build();

    private final Map<String, TenantSettings> byTenant = new ConcurrentHashMap<>();

    /** The defaults for a tenant that has set nothing. */
    public TenantSettings of(String tenant) {
        return byTenant.getOrDefault(tenant, TenantSettings.DEFAULT);
    }

    @Override
    public boolean understands(String type) {
        return TYPE.equals(type);
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        JsonNode settings = event.data().path("settings");
        byTenant.put(event.data().path("tenant").asText(), JSON.convertValue(settings, TenantSettings.class));
        return CompletableFuture.completedFuture(null);
    }
}
