package dev.foyer.local.access;

import dev.foyer.local.home.Home;
import dev.foyer.local.secrets.PasswordFolder;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The users of the broker, each with a file in {@code secrets/kafka} that has its password. The broker's PLAIN reads these
 * files at each sign-in, so a user is there, or gone, with its file. Its SCRAM knows what {@link AccessSync} tells it.
 */
public final class BrokerUsers {

    /** The operator that every Foyer has. */
    public static final String OPERATOR = "operator";

    private final PasswordFolder passwords;

    /** @param home whose users they are */
    public BrokerUsers(Home home) {
        this.passwords = new PasswordFolder(home.brokerUsers());
    }

    /** Makes those that are missing: of these services and tenants, and the one operator. */
    public void prepare(Collection<String> services, Collection<String> tenants) {
        services.forEach(passwords::of);
        tenants.forEach(passwords::of);
        passwords.of(OPERATOR);
    }

    /** All that have a password, in order. */
    public Set<String> all() {
        Set<String> names = new TreeSet<>(passwords.names());
        names.removeIf(name -> !UserName.isTenant(name) && !UserName.isOperator(name));
        return names;
    }

    /** Those of tenants. */
    public List<String> tenants() {
        return all().stream().filter(UserName::isTenant).toList();
    }

    /** Those that are neither of tenants nor of these services. */
    public List<String> operators(Collection<String> services) {
        return all().stream()
                .filter(name -> !UserName.isTenant(name) && !services.contains(name))
                .toList();
    }

    /** The user's password; makes the user if there is none. */
    public String password(String name) {
        return passwords.of(name);
    }

    /** Gives the user another password, and returns it. */
    public String renew(String name) {
        passwords.remove(name);
        return passwords.of(name);
    }

    /** From now on there is no such user for PLAIN. */
    public void remove(String name) {
        passwords.remove(name);
    }

    /** The file with the user's password and nothing else. */
    public Path file(String name) {
        return passwords.file(name);
    }
}
