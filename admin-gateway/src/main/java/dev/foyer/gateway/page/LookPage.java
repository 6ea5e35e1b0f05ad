package dev.foyer.gateway.page;

import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

/** What concerns the browser and nobody else: language, colours, keys, and that somebody is still there. */
@Path("/")
public class LookPage {

    private static final String ON = "on";
    private static final String PHONES = "/phone";
    private static final Set<String> SWITCH = Set.of(ON, Look.OFF);

    @Inject
    Look look;

    @Inject
    HttpServerRequest request;

    /**
     * For everybody, also before the sign-in. What is unknown changes nothing.
     *
     * @param keys {@code on} when its box is ticked, beside {@code off}, which the form always says
     */
    @POST
    @Path("/admin/look")
    @PermitAll
    @Operation(hidden = true)
    public Response choose(
            @RestForm String language, @RestForm String theme, @RestForm List<String> keys, @RestForm String back) {
        if (look.languages().stream().anyMatch(one -> one.toLanguageTag().equals(language))) {
            request.response().addCookie(Look.chosen(Look.LANGUAGE, language, request));
        }
        Theme wanted = Theme.of(theme);
        if (wanted != null) {
            request.response().addCookie(Look.chosen(Look.THEME, wanted.name(), request));
        }
        if (keys != null && !keys.isEmpty() && SWITCH.containsAll(keys)) {
            String wantedKeys = keys.contains(ON) ? ON : Look.OFF;
            request.response().addCookie(Look.chosen(Look.KEYS, wantedKeys, request));
        }
        return Response.seeOther(URI.create(PHONES.equals(back) ? PHONES : Onward.to(back)))
                .build();
    }

    /** Asked by the script while somebody types: as any request, it keeps the session. */
    @GET
    @Path("/admin/awake")
    @Authenticated
    @Operation(hidden = true)
    public void awake() {
        // The mechanism that let the request in has done it.
    }
}
