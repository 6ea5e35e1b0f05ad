package dev.foyer.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** What holds in every event-sourced service; each rule says how to keep it. A service includes it with {@code ArchTests.in}. */
public final class HouseRules {

    @ArchTest
    static final ArchRule DOMAIN_IS_PURE = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "..domain..",
                    "dev.foyer.base",
                    "dev.foyer.base.text",
                    "dev.foyer.eventsourcing",
                    "org.pcollections"))
            .because("the rules must run without any framework; pass in what a rule needs with the context");

    @ArchTest
    static final ArchRule DOMAIN_ASKS_NOBODY = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("replay must give the same state; time, ids and chance come with the command or the context");

    @ArchTest
    static final ArchRule RESOURCES_LIVE_IN_API = classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .resideInAPackage("..api..")
            .because("a reader looks for HTTP in one place; move the class there or give it another name");

    @ArchTest
    static final ArchRule WHAT_SERVES_A_PATH_IS_A_RESOURCE = classes()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .haveSimpleNameEndingWith("Resource")
            .because("a reader looks for addresses by one name");

    @ArchTest
    static final ArchRule ROOT_HAS_INTERFACES_ONLY = classes()
            .that()
            .resideInAPackage("dev.foyer.*")
            .should()
            .beInterfaces()
            .because("the root says how aggregates are reached; whatever does something belongs into a package");

    @ArchTest
    static final ArchRule SETUP_IS_THE_ROOF = noClasses()
            .that()
            .resideOutsideOfPackage("..setup..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.foyer.*.setup..")
            .because("whoever needs something of setup gets it injected as an interface from below");

    @ArchTest
    static final ArchRule REACTIONS_LIVE_IN_INBOUND = classes()
            .that()
            .haveSimpleNameStartingWith("When")
            .should()
            .resideInAPackage("..inbound..")
            .andShould()
            .haveNameMatching(".*\\.When\\w+Then\\w+")
            .allowEmptyShould(true)
            .because("a reaction to others' events is a sentence in inbound");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = SlicesRuleDefinition.slices()
            .matching("dev.foyer.*.(*)..")
            .should()
            .beFreeOfCycles()
            .because("only setup knows everybody; whoever is needed by two packages belongs below both");

    @ArchTest
    static final ArchRule INTERNAL_IS_INTERNAL = noClasses()
            .that()
            .resideOutsideOfPackage("dev.foyer.eventsourcing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.foyer.eventsourcing.internal..")
            .because("what is internal changes without notice; use Commands, or have the kit offer what is missing");

    private HouseRules() {}
}
