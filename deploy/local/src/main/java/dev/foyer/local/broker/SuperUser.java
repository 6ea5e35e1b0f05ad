package dev.foyer.local.broker;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Home;
import dev.foyer.local.secrets.PasswordFolder;
import java.nio.file.Path;
import java.util.Map;

/**
 * The broker itself, and the launcher when it makes topics, users and rules: the one to whom everything is allowed. It has a
 * listener of its own, where nobody else is known, and is not known where the others connect.
 */
public final class SuperUser {

    /** No user can be called so. */
    public static final String NAME = "foyer-broker";

    private SuperUser() {}

    /** Makes its password, if there is none. */
    public static void prepare(Path secrets) {
        new PasswordFolder(secrets).of(NAME);
    }

    /** How to connect as it to the broker of that home, which runs. Throws {@link CannotRun} when it never did. */
    public static Map<String, Object> connection(Home home) {
        return connection(BrokerMain.settingsOf(home.brokerData()), home.secrets());
    }

    /**
     * How to connect as it to any closed broker.
     *
     * @param settings the file that the running broker has written
     * @param secrets the folder with its password
     */
    public static Map<String, Object> connection(Path settings, Path secrets) {
        return Connections.plain(BrokerSettings.internalAddress(settings), NAME, new PasswordFolder(secrets).of(NAME));
    }
}
