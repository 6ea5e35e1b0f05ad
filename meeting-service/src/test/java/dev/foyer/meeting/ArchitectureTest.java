package dev.foyer.meeting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.foyer.testing.HouseRules;

/** The rules of the house; each says how to keep it. */
@AnalyzeClasses(packages = "dev.foyer.meeting", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule ONLY_THE_KIT_SPEAKS_KAFKA = noClasses()
            .that()
            .doNotHaveSimpleName("InboundChannels") // it passes on what the connector gives it
            .and()
            .doNotHaveSimpleName("PublicRecords") // it reads one record where its pointer says
            .and()
            .doNotHaveSimpleName("TopicEnds") // it asks where a topic ends
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .because("ownership, transactions and positions are the kit's; use Commands, inbound and the publisher");
}
