package dev.foyer.gateway.api;

import dev.foyer.gateway.export.Export;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Whoever says how a CSV file is to be, and gets none, is told so: an option without effect is a misunderstanding. */
@Singleton
class CsvOptions {

    static final String SEPARATOR = "separator";

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        if (request.getUriInfo().getQueryParameters().containsKey(SEPARATOR) && !isCsv(resource)) {
            throw Problems.badParameter(SEPARATOR, "is for CSV: send Accept: text/csv, or leave it out.")
                    .exception();
        }
    }

    private static boolean isCsv(ResourceInfo resource) {
        Produces produces = resource.getResourceMethod().getAnnotation(Produces.class);
        return produces != null && Arrays.stream(produces.value()).anyMatch(type -> type.startsWith(Export.CSV));
    }
}
