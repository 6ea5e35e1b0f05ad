package dev.foyer.gateway.api;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** 406 for who takes no JSON, where the framework would not say so. */
public class AnswersJsonFilter {

    @AnswersJson
    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        if (request.getAcceptableMediaTypes().stream()
                .noneMatch(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE))) {
            throw new NotAcceptableException();
        }
    }
}
