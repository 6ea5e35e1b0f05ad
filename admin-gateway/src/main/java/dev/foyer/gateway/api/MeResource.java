package dev.foyer.gateway.api;

import dev.foyer.gateway.accounts.Account;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who asks, as the gateway sees them. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@Authenticated
@RunOnVirtualThread
public class MeResource {

    @Inject
    ApiRequest request;

    /**
     * @param roles in the order of the alphabet
     * @param permissions what these roles may do, by name, in the order of the alphabet
     */
    public record Me(String account, String tenant, List<String> roles, List<String> permissions) {}

    @GET
    @Operation(
            summary = "The account that asks: its tenant, its roles, and what they may do",
            description =
                    "Each name of permissions is of some operations that the same roles may use: users.read of GET users, pins.reset"
                            + " of POST pin/reset. Who has pins.see gets PINs in answers. An operator reads of the tenant that"
                            + " Foyer-Tenant names, and settles dead letters that are no tenant's.")
    public Me get() {
        Account account = request.signedIn();
        return new Me(
                account.name(),
                account.tenant(),
                account.roles().stream().sorted().toList(),
                Permissions.of(account.roles()));
    }
}
