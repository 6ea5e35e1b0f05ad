package dev.foyer.local.command;

import dev.foyer.local.Console;
import dev.foyer.local.access.BrokerUsers;
import dev.foyer.local.access.Kcat;
import dev.foyer.local.access.Provisioning;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.run.Credentials;
import dev.foyer.local.run.Setup;
import dev.foyer.local.run.Supervisor;
import dev.foyer.local.secrets.Secrets;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The credentials of a tenant's systems or of an operator, made when there are none. At a Foyer that runs they work at
 * once, at another one from its next start.
 */
@Command(
        name = "kafka-user",
        description = "Make credentials for a tenant's systems (contoso.com) or an operator (mira), and show how to use"
                + " them.")
public final class KafkaUserCommand implements Runnable {

    @Parameters(paramLabel = "user", description = "A tenant of this Foyer, or the name of an operator.")
    private String user;

    @ArgGroup
    private Change change = new Change();

    /** At most one of them. */
    private static final class Change {

        @Option(names = "--renew", description = "Make another password.")
        private boolean renew;

        @Option(names = "--remove", description = "Let the operator in no more.")
        private boolean remove;
    }

    @Override
    public void run() {
        Setup setup = Setup.of(System.getenv());
        Home home = setup.home();
        home.create();
        Provisioning provisioning =
                setup.provisioning(Secrets.prepare(home, setup.environment()).accounts());
        if (change.remove) {
            remove(provisioning, home);
        } else {
            show(provisioning, setup);
        }
    }

    private void remove(Provisioning provisioning, Home home) {
        provisioning.checkRemovable(user);
        provisioning.users().remove(user);
        Kcat.of(home, user).remove();
        if (Supervisor.isReady(home)) {
            provisioning.apply(line -> {});
        }
        Console.terminal().say(user + " is let in no more.");
    }

    private void show(Provisioning provisioning, Setup setup) {
        provisioning.checkUser(user);
        BrokerUsers users = provisioning.users();
        String password = change.renew ? users.renew(user) : users.password(user);
        boolean runs = Supervisor.isReady(setup.home());
        if (runs) {
            provisioning.apply(line -> {});
        }
        Ports ports = Ports.read(setup.home()).filter(any -> runs).orElse(setup.ports());
        new Credentials(setup.home(), user, password, provisioning.topics()).say(ports.bootstrap(), Console.terminal());
        if (!runs) {
            Console.terminal().say("Foyer does not run: all this works from its next start.");
        }
    }
}
