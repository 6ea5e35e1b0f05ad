package dev.foyer.pin;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.testing.HouseRules;

/** The rules of the house; each says how to keep it. */
@AnalyzeClasses(packages = "dev.foyer.pin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule LAYERS = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.foyer.pin..")
            .layer("setup")
            .definedBy("dev.foyer.pin.setup..")
            .layer("api")
            .definedBy("dev.foyer.pin.api..")
            .layer("inbound")
            .definedBy("dev.foyer.pin.inbound..")
            .layer("process")
            .definedBy("dev.foyer.pin.process..")
            .layer("aggregates")
            .definedBy("dev.foyer.pin")
            .layer("journal")
            .definedBy("dev.foyer.pin.journal..")
            .layer("crypto")
            .definedBy("dev.foyer.pin.crypto..")
            .layer("contract")
            .definedBy("dev.foyer.pin.contract..")
            .layer("domain")
            .definedBy("dev.foyer.pin.domain..")
            .whereLayer("setup")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("api")
            .mayOnlyBeAccessedByLayers("setup")
            .whereLayer("inbound")
            .mayOnlyBeAccessedByLayers("setup")
            .whereLayer("process")
            .mayOnlyBeAccessedByLayers("api", "inbound", "setup")
            .whereLayer("journal")
            .mayOnlyBeAccessedByLayers("setup")
            .whereLayer("crypto")
            .mayOnlyBeAccessedByLayers("inbound", "setup")
            .because("whoever is above may know who is below; use the interfaces of dev.foyer.pin, wired in setup");

    @ArchTest
    static final ArchRule HTTP_IS_SPOKEN_IN_API = noClasses()
            .that()
            .resideOutsideOfPackage("..pin.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..")
            .because("a refusal becomes a problem in one mapper; return a Decision and map it in Refusals");

    @ArchTest
    static final ArchRule KEYS_STAY_IN_CRYPTO = noClasses()
            .that()
            .resideOutsideOfPackage("..pin.crypto..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jose4j..", "javax.crypto..")
            .because("few lines may touch keys; ask PinVault");

    @ArchTest
    static final ArchRule DIGITS_ARE_READ_IN_FEW_PLACES = methods()
            .that()
            .areDeclaredIn(Pin.class)
            .and()
            .haveName("digits")
            .should()
            .onlyBeCalled()
            .byClassesThat(
                    resideInAnyPackage("..pin.domain.pin..", "..pin.crypto..").or(simpleName("UserAnswers")))
            .because("a PIN is shown in one answer only (rule A4); everywhere else pass the Pin itself");

    @ArchTest
    static final ArchRule ONLY_THE_KIT_SPEAKS_KAFKA = noClasses()
            .that()
            .doNotHaveSimpleName("InboundChannels") // it passes on what the connector gives it
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .because("ownership, transactions and positions are the kit's; use Commands, inbound and the publisher");
}
