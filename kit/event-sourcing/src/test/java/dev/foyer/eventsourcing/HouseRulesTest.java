package dev.foyer.eventsourcing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** Which package of the kit may know what. */
@AnalyzeClasses(packages = "dev.foyer.eventsourcing", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule nothingKnowsQuarkus = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..")
            .because("the core must run without a framework; put the wiring into kit/service-eventsourced");

    @ArchTest
    static final ArchRule theContractKnowsNoKafka = noClasses()
            .that()
            .resideInAPackage("dev.foyer.eventsourcing")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "dev.foyer.eventsourcing.internal..")
            .because("domains are written against the contract; what needs Kafka belongs into internal or inbound");

    @ArchTest
    static final ArchRule theRuntimeKnowsNoReaders = noClasses()
            .that()
            .resideInAPackage("dev.foyer.eventsourcing.internal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.foyer.eventsourcing.inbound..")
            .because("the core decides from its own journal only; what others say comes in as commands");

    @ArchTest
    static final ArchRule packagesFormNoCircle = SlicesRuleDefinition.slices()
            .matching("dev.foyer.(**)")
            .should()
            .beFreeOfCycles()
            .because("the contract is below, runtime and routing above it, and routing above the runtime");
}
