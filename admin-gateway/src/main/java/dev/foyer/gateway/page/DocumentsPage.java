package dev.foyer.gateway.page;

import dev.foyer.gateway.documents.Documents;
import dev.foyer.gateway.documents.RestDocument;
import dev.foyer.gateway.documents.TopicDocument;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Both documents of the interfaces for people, with lines to copy; for everybody, as {@code /q/openapi} is. No script, nothing from elsewhere. */
@Path("/docs")
@PermitAll
@RunOnVirtualThread
public class DocumentsPage {

    @Inject
    Documents documents;

    /** Checked when the gateway is built. */
    @CheckedTemplate(basePath = "page")
    static final class Parts {

        private Parts() {}

        static native TemplateInstance documents(List<RestDocument.Part> parts, List<TopicDocument.Topic> topics);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page(@Context UriInfo here) {
        String base = here.getBaseUri().toString().replaceFirst("/$", "");
        return Parts.documents(documents.rest(base), documents.topics());
    }

    @GET
    @Path("/openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public String openApi() {
        return documents.openApi();
    }

    @GET
    @Path("/asyncapi.yaml")
    @Produces("application/yaml")
    @Operation(hidden = true)
    public String asyncApi() {
        return documents.asyncApi();
    }

    @GET
    @Path("/documents.css")
    @Produces("text/css")
    @Operation(hidden = true)
    public String sheet() {
        return documents.sheet();
    }
}
