package dev.foyer.notification.api;

import dev.foyer.base.LinkToken;
import dev.foyer.base.Roles;
import dev.foyer.notification.mail.LinkOpener;
import dev.foyer.notification.mail.Revealer;
import dev.foyer.service.AllowedRoles;
import dev.foyer.service.Caller;
import dev.foyer.service.eventsourced.Answers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/**
 * View-once links (D7), asked for by the hash of their token. Nobody's account asks, and for no tenant ("-"): whose link it is, the
 * ledger says.
 */
@Path("/internal/v1/tenants/{tenant}/links/{hash}")
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles(Roles.ANONYMOUS)
@RunOnVirtualThread
public class LinkResource {

    @Inject
    LinkOpener opener;

    @Inject
    Caller caller;

    @RestPath
    String tenant;

    @RestPath
    String hash;

    /** 200 with what may be known of it, as often as one likes; 404 for all that shows nothing. */
    @GET
    public LinkOpener.Seen look() {
        return opener.look(known()).orElseThrow(() -> Refusals.linkIsDead().exception());
    }

    /** 200 with the PIN, the first time; 410 from then on, also for a repetition of that request. */
    @POST
    @Path("/open")
    public Response open() {
        try {
            return Answers.answer(
                    opener.open(known(), caller.meta()),
                    shown -> Response.ok(shown).header("Cache-Control", "no-store"),
                    Refusals::problem);
        } catch (Revealer.PinIsLost e) {
            throw Refusals.linkIsDead().exception();
        }
    }

    private String known() {
        if (!LinkToken.isHash(hash)) {
            throw Refusals.linkIsDead().exception();
        }
        return hash;
    }
}
