package dev.foyer.local.command;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.access.BrokerUsers;
import dev.foyer.local.access.UserName;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Answer;
import dev.foyer.local.run.Credentials;
import dev.foyer.local.run.Setup;
import dev.foyer.local.run.Supervisor;
import dev.foyer.local.tenants.Operator;
import dev.foyer.local.topics.TopicList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Adds a tenant to the Foyer that runs, or removes one with all that it has; as the embedded operator, or by the access token
 * in {@code FOYER_TOKEN}.
 */
@Command(name = "tenant", description = "Add a tenant to the running Foyer, or remove one with all that it has.")
public final class TenantCommand {

    private final Setup setup = Setup.of(System.getenv());
    private final TopicList declared = TopicList.read(setup.repository().topics());

    /** Topics, the user of the tenant's systems, and the first administrator. */
    @Command(name = "add", description = "Make its topics, the user of its systems and its first administrator.")
    void add(@Parameters(paramLabel = "tenant", description = "A domain, such as northwind.com.") String tenant) {
        UserName.checkTenant(tenant);
        Home home = setup.home();
        Ports ports = running();
        Answer made = operator(ports).add(tenant);
        System.out.println();
        if (made.at("administrator").isObject()) {
            System.out.println("administrator  " + made.text("administrator.name") + "   password  "
                    + made.text("administrator.password"));
        } else {
            System.out.println("Its people sign in with their company.");
        }
        System.out.println();
        new Credentials(home, tenant, new BrokerUsers(home).password(tenant), declared.of(List.of(tenant)))
                .say(ports.bootstrap(), Console.terminal());
    }

    /** Its users, meetings, accounts, credentials and topics. */
    @Command(name = "remove", description = "End its meetings, remove its users, accounts, credentials and topics.")
    void remove(@Parameters(paramLabel = "tenant", description = "Which.") String tenant) {
        UserName.checkTenant(tenant);
        operator(running()).remove(tenant);
        System.out.println(tenant + " is gone.");
    }

    private Operator operator(Ports ports) {
        return Operator.of(setup.home(), ports.http(Endpoint.GATEWAY), setup.environment());
    }

    private Ports running() {
        if (!Supervisor.isReady(setup.home())) {
            throw new CannotRun("Foyer does not run (or is still starting); ./foyer up starts it.");
        }
        return Ports.read(setup.home()).orElse(setup.ports());
    }
}
