package dev.foyer.local.access;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/**
 * Brings the users and rules of a broker in line with the files: adds what is missing, and takes away what no file says. What
 * somebody added by hand for a user that is none of ours stays, except what is for everybody.
 */
public final class AccessSync implements AutoCloseable {

    private static final ScramMechanism MECHANISM = ScramMechanism.SCRAM_SHA_512;
    /** What Kafka asks for at least. The passwords are random and long, so that more would only make connecting slow. */
    private static final int ITERATIONS = 4096;

    private static final String EVERYBODY = AccessRules.principal("*");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;

    /** @param superUser how to connect as somebody who may do this */
    public AccessSync(Map<String, Object> superUser) {
        this.admin = Admin.create(superUser);
    }

    /** How many rules were added and removed. */
    public record Changes(int added, int removed) {}

    /**
     * Returns when the broker goes by it.
     *
     * @param users each with its password; whoever else has one at the broker loses it
     * @param rules all that are to be
     */
    public Changes sync(BrokerUsers users, Set<AclBinding> rules) {
        try {
            Set<String> known = new HashSet<>(users.all());
            known.addAll(syncPasswords(users));
            Set<String> ours = known.stream().map(AccessRules::principal).collect(Collectors.toSet());
            rules.forEach(rule -> ours.add(rule.entry().principal()));
            ours.add(EVERYBODY);
            return syncRules(rules, ours);
        } catch (ExecutionException e) {
            throw new CannotRun(
                    "The broker's users and rules could not be set: "
                            + e.getCause().getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while the broker's users and rules were set.", e);
        }
    }

    /** All anew: whether a password is still the one in the file cannot be seen. Returns who had one before. */
    private Set<String> syncPasswords(BrokerUsers users) throws ExecutionException, InterruptedException {
        Set<String> before = admin.describeUserScramCredentials().all().get().values().stream()
                .filter(user -> user.credentialInfos().stream().anyMatch(info -> info.mechanism() == MECHANISM))
                .map(user -> user.name())
                .collect(Collectors.toSet());
        List<UserScramCredentialAlteration> changes = new ArrayList<>();
        for (String user : users.all()) {
            changes.add(new UserScramCredentialUpsertion(
                    user, new ScramCredentialInfo(MECHANISM, ITERATIONS), users.password(user)));
        }
        before.stream()
                .filter(user -> !users.all().contains(user))
                .forEach(gone -> changes.add(new UserScramCredentialDeletion(gone, MECHANISM)));
        admin.alterUserScramCredentials(changes).all().get();
        return before;
    }

    private Changes syncRules(Set<AclBinding> wanted, Set<String> ours)
            throws ExecutionException, InterruptedException {
        Set<AclBinding> found = new HashSet<>(rules());
        List<AclBinding> missing =
                wanted.stream().filter(rule -> !found.contains(rule)).toList();
        List<AclBinding> unsaid = found.stream()
                .filter(rule -> !wanted.contains(rule))
                .filter(rule -> ours.contains(rule.entry().principal()))
                .toList();
        admin.createAcls(missing).all().get();
        admin.deleteAcls(unsaid.stream().map(AclBinding::toFilter).toList())
                .all()
                .get();
        awaitInForce(wanted, unsaid);
        return new Changes(missing.size(), unsaid.size());
    }

    /** The controller has a rule a moment before the broker goes by it. */
    private void awaitInForce(Set<AclBinding> wanted, List<AclBinding> unsaid) {
        Pause.untilTrue(PATIENCE, () -> {
            try {
                Set<AclBinding> now = new HashSet<>(rules());
                return now.containsAll(wanted) && unsaid.stream().noneMatch(now::contains);
            } catch (ExecutionException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        });
    }

    /** All that the broker has. */
    public Collection<AclBinding> rules() throws ExecutionException, InterruptedException {
        return admin.describeAcls(AclBindingFilter.ANY).values().get();
    }

    @Override
    public void close() {
        admin.close();
    }
}
