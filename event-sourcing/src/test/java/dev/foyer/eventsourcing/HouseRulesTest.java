package dev.foyer.eventsourcing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package of the kit may know what. */
@AnalyzeClasses(packages = "dev.foyer.eventsourcing", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule onlyTheServiceLayerKnowsQuarkus = noClasses()
            .that()
            .resideOutsideOfPackage("dev.foyer.eventsourcing.service..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..")
            .because("the core must run without a framework; put the wiring into the package service");

    @ArchTest
    static final ArchRule theContractKnowsNoKafka = noClasses()
            .that()
            .resideInAPackage("dev.foyer.eventsourcing")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "dev.foyer.eventsourcing.runtime..")
            .because("domains are written against the contract; what needs Kafka belongs into runtime or events");

    @ArchTest
    static final ArchRule theRuntimeKnowsNoReaders = noClasses()
            .that()
            .resideInAPackage("dev.foyer.eventsourcing.runtime..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("dev\\.foyer\\.eventsourcing\\.events\\..*Reader")
            .because("the core decides from its own journal only; what others say comes in as commands");
}
