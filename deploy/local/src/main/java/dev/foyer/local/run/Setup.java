package dev.foyer.local.run;

import dev.foyer.local.access.Provisioning;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.home.Repository;
import dev.foyer.local.observe.ObserverSettings;
import dev.foyer.local.secrets.Accounts;
import dev.foyer.local.topics.TopicList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Foyer is started with.
 *
 * @param environment where passwords and options of the JVMs may be given
 * @param demoTenants whether the first start loads people
 * @param observed how Prometheus is started beside it; empty: it is not
 * @param records whether processes without an {@link dev.foyer.local.process.AotCache} write down what makes one
 */
public record Setup(
        Repository repository,
        Home home,
        Ports ports,
        Map<String, String> environment,
        boolean demoTenants,
        boolean records,
        Optional<ObserverSettings> observed) {

    /** One that records nothing. */
    public Setup(Repository repository, Home home, Ports ports, Map<String, String> environment, boolean demoTenants) {
        this(repository, home, ports, environment, demoTenants, false, Optional.empty());
    }

    /** As the environment says; what {@code ./foyer up} uses. */
    public static Setup of(Map<String, String> environment) {
        Repository repository = Repository.find();
        return new Setup(repository, Home.of(environment, repository), Ports.of(environment), environment, true);
    }

    /** More options for every JVM that is started, from {@code FOYER_JAVA_OPTIONS}, separated by spaces. */
    List<String> javaOptions() {
        String set = environment.getOrDefault("FOYER_JAVA_OPTIONS", "").strip();
        return set.isEmpty() ? List.of() : List.of(set.split("\\s+"));
    }

    /** Whether people may try phones in their browser: with the demo's people, unless {@code FOYER_DEMO} says otherwise. */
    public boolean hasPhones() {
        return Boolean.parseBoolean(environment.getOrDefault("FOYER_DEMO", Boolean.toString(demoTenants)));
    }

    /** What the broker of this home must have for these accounts; makes the passwords that are missing. */
    public Provisioning provisioning(Accounts accounts) {
        return Provisioning.of(home, TopicList.read(repository.topics()), accounts.tenants());
    }

    /** The same, without people. */
    public Setup withoutDemoTenants() {
        return new Setup(repository, home, ports, environment, false, records, observed);
    }

    /** The same, whose processes write down what makes their next start fast. */
    public Setup recording() {
        return new Setup(repository, home, ports, environment, demoTenants, true, observed);
    }

    /** The same, with Prometheus and Alertmanager beside it. */
    public Setup observed(ObserverSettings settings) {
        return new Setup(repository, home, ports, environment, demoTenants, records, Optional.of(settings));
    }

    /** The same, with the services of another build. */
    Setup of(Repository build) {
        return new Setup(build, home, ports, environment, demoTenants, records, observed);
    }

    @Override
    public String toString() {
        return "Setup[" + home.root() + "]";
    }
}
