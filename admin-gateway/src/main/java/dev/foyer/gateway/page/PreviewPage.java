package dev.foyer.gateway.page;

import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.MailPreviewAnswer;
import dev.foyer.gateway.api.NotificationKind;
import dev.foyer.gateway.api.NotificationsResource;
import dev.foyer.gateway.api.Params;
import dev.foyer.gateway.api.Roles;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** Every mail in every language, as it goes out; never with a PIN. */
@Path("/admin/deliveries/preview")
@RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PreviewPage implements SaysProblems {

    @Inject
    ApiRequest request;

    @Inject
    NotificationsResource mails;

    @Inject
    Shell shell;

    @RestQuery
    String kind;

    @RestQuery
    String lang;

    @GET
    @Operation(hidden = true)
    public TemplateInstance preview() {
        MailPreviewAnswer mail = mails.preview(kind().name(), language());
        return Templates.preview(request.account().tenant(), kind(), List.of(NotificationKind.values()), mail);
    }

    /** The mail alone, for the frame: what it may there is said by {@code Addresses}. */
    @GET
    @Path("/document")
    @Operation(hidden = true)
    public String document() {
        return mails.preview(kind().name(), language()).html();
    }

    private NotificationKind kind() {
        NotificationKind wanted = Params.oneOf("kind", kind, NotificationKind.class);
        return wanted == null ? NotificationKind.WELCOME : wanted;
    }

    /** The reader's own, unless another is asked for. */
    private String language() {
        return lang == null || lang.isEmpty() ? shell.language() : lang;
    }
}
