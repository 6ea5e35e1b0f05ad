package dev.foyer.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.base.StrictJson;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** The bodies of requests are read by the rules of {@link StrictJson}. */
@Singleton
public class StrictBodies implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        StrictJson.configure(mapper);
    }
}
