package dev.foyer.meeting;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** The rules of the house; each says how to keep it. */
@AnalyzeClasses(packages = "dev.foyer.meeting", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DOMAIN_IS_PURE = classes()
            .that()
            .resideInAPackage("..meeting.domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "dev.foyer.meeting.domain..")
                    .or(resideInAPackage("dev.foyer.eventsourcing")))
            .because("the rules must run without any framework; pass in what a rule needs with the context");

    @ArchTest
    static final ArchRule DOMAIN_ASKS_NOBODY = noClasses()
            .that()
            .resideInAPackage("..meeting.domain..")
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
            .because("replay must give the same state; time and ids come in with the command or the context");

    @ArchTest
    static final ArchRule RESOURCES_LIVE_IN_API =
            classes().that().haveSimpleNameEndingWith("Resource").should().resideInAPackage("..meeting.api..");

    @ArchTest
    static final ArchRule REACTIONS_LIVE_IN_INBOUND = classes()
            .that()
            .haveSimpleNameStartingWith("When")
            .should()
            .resideInAPackage("..meeting.inbound..")
            .andShould()
            .haveNameMatching(".*\\.When\\w+Then\\w+");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = SlicesRuleDefinition.slices()
            .matching("dev.foyer.meeting.(*)..")
            .should()
            .beFreeOfCycles()
            .because("api and inbound reach the rules through Meetings; only setup knows everybody");

    @ArchTest
    static final ArchRule ONLY_THE_KIT_SPEAKS_KAFKA = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .because("ownership, transactions and positions are the kit's; use Commands, inbound and the publisher");
}
