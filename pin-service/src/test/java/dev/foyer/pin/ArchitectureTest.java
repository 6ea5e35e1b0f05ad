package dev.foyer.pin;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.foyer.pin.domain.pin.Pin;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** The rules of the house; each says how to keep it. */
@AnalyzeClasses(packages = "dev.foyer.pin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DOMAIN_IS_PURE = classes()
            .that()
            .resideInAPackage("..pin.domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "dev.foyer.pin.domain..")
                    .or(resideInAPackage("dev.foyer.eventsourcing")))
            .because("the rules must run without any framework; pass in what a rule needs with the context");

    @ArchTest
    static final ArchRule DOMAIN_ASKS_NOBODY = noClasses()
            .that()
            .resideInAPackage("..pin.domain..")
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
            .because("replay must give the same state; time and ids come with the context, randomness with PinVault");

    @ArchTest
    static final ArchRule RESOURCES_LIVE_IN_API = classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .resideInAPackage("..pin.api..")
            .because("a reader looks for HTTP in one place; move the class there or give it another name");

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
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .because("ownership, transactions and positions are the kit's; use Commands, inbound and the publisher");
}
