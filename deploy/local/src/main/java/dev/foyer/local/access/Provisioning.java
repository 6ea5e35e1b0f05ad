package dev.foyer.local.access;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.access.AccessSync.Changes;
import dev.foyer.local.broker.SuperUser;
import dev.foyer.local.home.Home;
import dev.foyer.local.topics.Service;
import dev.foyer.local.topics.TopicCreator;
import dev.foyer.local.topics.TopicList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;

/** What a broker must have before a service can use it: the topics, the users and what each of them may. */
public final class Provisioning {

    private final Home home;
    private final TopicList declared;
    private final BrokerUsers users;
    private final Leaving leaving;

    private Provisioning(Home home, TopicList declared, BrokerUsers users, Leaving leaving) {
        this.leaving = leaving;
        this.home = home;
        this.declared = declared;
        this.users = users;
    }

    /** Makes the passwords that are missing, so that a home of an earlier version has them too. */
    public static Provisioning of(Home home, TopicList declared, List<String> tenants) {
        SuperUser.prepare(home.secrets());
        BrokerUsers users = new BrokerUsers(home);
        users.prepare(declared.services().stream().map(Service::name).toList(), tenants);
        return new Provisioning(home, declared, users, new Leaving(home));
    }

    /** The same with one more tenant, whose systems get a password; {@link CannotRun} while it is being removed. */
    public Provisioning with(String tenant) {
        if (leaving.tenants().contains(tenant)) {
            throw new CannotRun("The removal of " + tenant + " is not done yet; ./foyer tenant remove " + tenant
                    + " goes on with it.");
        }
        users.password(tenant);
        return this;
    }

    /** The users, of this home. */
    public BrokerUsers users() {
        return users;
    }

    /** The topics, with those of each tenant that has a user. */
    public TopicList topics() {
        return declared.of(users.tenants());
    }

    /** The users that are none of a service's or tenant's. */
    public List<String> operators() {
        return users.operators(declared.services().stream().map(Service::name).toList());
    }

    /** The tenants that have a user, and those whose removal is not done. */
    public Set<String> tenants() {
        Set<String> tenants = new TreeSet<>(users.tenants());
        tenants.addAll(leaving.tenants());
        return tenants;
    }

    /** The tenants whose removal has begun; their systems may do nothing. */
    public Leaving leaving() {
        return leaving;
    }

    /** Throws {@link CannotRun} unless it is a tenant of this home, or what an operator may be called. */
    public void checkUser(String user) {
        if (declared.isService(user)) {
            throw new CannotRun(user + " is a service; its password is in " + users.file(user) + ".");
        }
        if (UserName.isTenant(user) && !tenants().contains(user)) {
            throw new CannotRun("There is no tenant " + user + " here; there are " + String.join(", ", tenants())
                    + ", and ./foyer tenant add makes another.");
        }
        if (!UserName.isTenant(user) && !UserName.isOperator(user)) {
            throw new CannotRun(
                    "\"" + user + "\" is neither a tenant nor what an operator can be called: small letters,"
                            + " digits and hyphens.");
        }
    }

    /** Throws {@link CannotRun} unless it is an operator that Foyer can do without. */
    public void checkRemovable(String user) {
        if (!operators().contains(user) || user.equals(BrokerUsers.OPERATOR)) {
            throw new CannotRun(user + " cannot be removed; there are the operators "
                    + String.join(", ", operators()) + ", and " + BrokerUsers.OPERATOR + " stays. A tenant goes with"
                    + " ./foyer tenant remove.");
        }
    }

    /** What each of them may; nothing, whose tenant is leaving. */
    public Set<AclBinding> rules() {
        Set<String> without =
                leaving.tenants().stream().map(AccessRules::principal).collect(Collectors.toSet());
        Set<AclBinding> rules = AccessRules.of(topics(), operators());
        rules.removeIf(rule -> without.contains(rule.entry().principal()));
        return rules;
    }

    /** Brings the running broker of this home in line, and tells what was done. */
    public void apply(Console console) {
        Map<String, Object> superUser = SuperUser.connection(home);
        try (TopicCreator creator = new TopicCreator(superUser);
                AccessSync sync = new AccessSync(superUser)) {
            int created = creator.create(topics());
            console.say(
                    created == 0
                            ? "All " + topics().topics().size() + " topics are there."
                            : "Created " + created + " topics.");
            leaving.tenants()
                    .forEach(tenant -> console.say("The removal of " + tenant + " is not done; ./foyer tenant remove "
                            + tenant + " goes on with it."));
            Changes changes = sync.sync(users, rules());
            if (changes.added() + changes.removed() > 0) {
                console.say("Who may do what at the broker: " + changes.added() + " rules added, " + changes.removed()
                        + " removed.");
            }
        }
    }
}
