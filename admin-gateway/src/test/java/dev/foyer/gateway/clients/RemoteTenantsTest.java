package dev.foyer.gateway.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Problem;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.clients.TenantsClient.Made;
import dev.foyer.gateway.clients.TenantsClient.Wanted;
import dev.foyer.testing.BrokerResource;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes of asking for a tenant, on real sockets. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class RemoteTenantsTest {

    private static final Wanted NORTHWIND = new Wanted("northwind.com", null);
    private static final String PASSWORD = "a-password-that-nobody-saw";

    private StandIn door;
    private RemoteTenants tenants;

    @BeforeEach
    void listen() throws IOException {
        door = new StandIn(0);
        tenants = new RemoteTenants();
        tenants.client =
                QuarkusRestClientBuilder.newBuilder().baseUri(door.uri()).build(TenantsClient.class);
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void aTenantComesWithItsAdministrator() {
        door.answers(Answer.json(201, """
                {"tenant": "northwind.com", "administrator": {"name": "admin@northwind.com", "password": "%s"}}""".formatted(PASSWORD)));
        Made made = tenants.add(NORTHWIND);
        assertEquals(PASSWORD, made.administrator().password());
        assertFalse(made.toString().contains(PASSWORD));
        assertEquals("POST /tenants", door.asked().getFirst().call());
        assertEquals("{\"tenant\":\"northwind.com\"}", door.asked().getFirst().body());
    }

    @Test
    void whatItRefusesIsPassedOn() {
        door.answers(Answer.json(409, "{\"type\": \"/problems/tenant-exists\", \"title\": \"T\", \"detail\": \"D\"}"));
        Problem problem = assertThrows(Problem.ProblemException.class, () -> tenants.add(NORTHWIND))
                .problem();
        assertEquals(409, problem.status());
        assertEquals("/problems/tenant-exists", problem.type());
    }

    @Test
    void whoDoesNotAnswerIsAskedOnce() {
        door.answers(Answer.json(0, ""));
        Problem problem = assertThrows(Problem.ProblemException.class, () -> tenants.add(NORTHWIND))
                .problem();
        assertEquals(503, problem.status());
        assertEquals(1, door.asked().size());
    }

    @Test
    void aLargeOneIsNotGoneAtOnce() {
        door.answers(Answer.json(202, ""), Answer.json(204, ""));
        assertFalse(tenants.remove("northwind.com"));
        assertTrue(tenants.remove("northwind.com"));
        assertEquals("DELETE /tenants/northwind.com", door.asked().getFirst().call());
    }
}
