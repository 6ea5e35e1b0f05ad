package dev.foyer.gateway.clients;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.base.Json;
import jakarta.ws.rs.ext.ContextResolver;

/** JSON between us and the services: an answer may say more than we read. Not the strict one of the public API. */
public final class ServiceJson implements ContextResolver<ObjectMapper> {

    private static final ObjectMapper JSON = Json.mapper().build();

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return JSON;
    }
}
