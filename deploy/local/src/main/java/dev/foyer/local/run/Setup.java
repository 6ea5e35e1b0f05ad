package dev.foyer.local.run;

import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.home.Repository;
import java.util.Map;

/**
 * What a Foyer is started with.
 *
 * @param environment where passwords may be given
 * @param demoTenants whether the first start loads people
 */
public record Setup(
        Repository repository, Home home, Ports ports, Map<String, String> environment, boolean demoTenants) {

    /** As the environment says; what {@code ./foyer up} uses. */
    public static Setup of(Map<String, String> environment) {
        Repository repository = Repository.find();
        return new Setup(repository, Home.of(environment, repository), Ports.of(environment), environment, true);
    }

    /** The same, without people. */
    public Setup withoutDemoTenants() {
        return new Setup(repository, home, ports, environment, false);
    }

    @Override
    public String toString() {
        return "Setup[" + home.root() + "]";
    }
}
