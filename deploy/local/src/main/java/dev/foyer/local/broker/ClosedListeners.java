package dev.foyer.local.broker;

import dev.foyer.local.home.Home;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/**
 * The doors of the broker. Clients sign in by SCRAM-SHA-512, or by PLAIN, since Debian's kcat knows nothing else that Kafka 4
 * takes; they are on this machine. Broker and launcher have a listener of their own, and the controller one, where the super
 * user signs in. Whoever has signed in may do what a rule allows, and nothing else.
 */
final class ClosedListeners {

    static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYWHERE = "0.0.0.0";

    static final String CLIENTS = "CLIENTS";
    static final String INTERNAL = "INTERNAL";
    private static final String CONTROLLER = "CONTROLLER";

    /** Whoever lost their password is signed out so soon; a rule that is taken away counts at once. */
    private static final Duration SIGN_IN_AGAIN = Duration.ofHours(1);

    private ClosedListeners() {}

    /**
     * @param home with the passwords: they stand in none of these settings
     * @param name under which clients find it; on loopback it listens there only, else on all of its addresses
     * @param internalPort for broker and launcher, always on loopback
     */
    static void set(Properties settings, Home home, String name, int port, int internalPort, int controllerPort) {
        String address = name.equals(LOOPBACK) ? LOOPBACK : EVERYWHERE;
        String internal = INTERNAL + "://" + LOOPBACK + ":" + internalPort;
        settings.put(
                "listeners",
                CLIENTS + "://" + address + ":" + port + "," + internal + "," + CONTROLLER + "://" + LOOPBACK + ":"
                        + controllerPort);
        settings.put("advertised.listeners", CLIENTS + "://" + name + ":" + port + "," + internal);
        settings.put(
                "listener.security.protocol.map",
                CLIENTS + ":SASL_PLAINTEXT," + INTERNAL + ":SASL_PLAINTEXT," + CONTROLLER + ":SASL_PLAINTEXT");
        settings.put("inter.broker.listener.name", INTERNAL);
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        clients(settings, home);
        superUser(settings, INTERNAL, home);
        superUser(settings, CONTROLLER, home);
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("allow.everyone.if.no.acl.found", "false");
        settings.put("super.users", "User:" + SuperUser.NAME);
    }

    private static void clients(Properties settings, Home home) {
        String listener = of(CLIENTS);
        settings.put(listener + "sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN");
        settings.put(listener + "scram-sha-512.sasl.jaas.config", ScramLoginModule.class.getName() + " required;");
        settings.put(
                listener + "plain.sasl.jaas.config",
                PlainLoginModule.class.getName() + " required " + PasswordFiles.FOLDER + "=\"" + home.brokerUsers()
                        + "\";");
        settings.put(listener + "plain.sasl.server.callback.handler.class", PasswordFiles.class.getName());
        settings.put(listener + "connections.max.reauth.ms", String.valueOf(SIGN_IN_AGAIN.toMillis()));
    }

    private static void superUser(Properties settings, String name, Home home) {
        String listener = of(name);
        // Kafka puts the password in when it reads the settings.
        String password = "\"${secrets:" + home.secrets() + ":" + SuperUser.NAME + "}\"";
        settings.put("config.providers", "secrets");
        settings.put("config.providers.secrets.class", DirectoryConfigProvider.class.getName());
        settings.put(listener + "sasl.enabled.mechanisms", "PLAIN");
        settings.put(
                listener + "plain.sasl.jaas.config",
                PlainLoginModule.class.getName() + " required username=\"" + SuperUser.NAME + "\" password=" + password
                        + " user_" + SuperUser.NAME + "=" + password + ";");
    }

    private static String of(String listener) {
        return "listener.name." + listener.toLowerCase(Locale.ROOT) + ".";
    }
}
