package dev.foyer.service.eventsourced.peers;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Something that the gateway may call. */
@Path("/internal/v1/ping")
public class PingResource {

    @GET
    public String ping() {
        return "pong";
    }
}
