package dev.foyer.gateway.page;

import dev.foyer.base.Problem;
import dev.foyer.gateway.signin.PhoneSessions;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Telephones in the browser, for whoever tries Foyer: their script asks the bridge's API as any bridge does. Not there without a demo. */
@Path("/phone")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PhonePage {

    /** As they lie on a telephone. */
    private static final List<String> KEYS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#");

    @Inject
    PhoneSessions phones;

    @Inject
    RoutingContext request;

    @GET
    @Operation(hidden = true)
    public TemplateInstance phone() {
        if (!phones.begin(request)) {
            throw Problem.of(404, "not-found", "Not found", "There is nothing at this address.")
                    .exception();
        }
        return Templates.phone(KEYS, ProblemWord.OF_CALLS);
    }
}
