package dev.foyer.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.foyer.testing.HouseRules;

/** Who may know whom. Each rule says how to put it right. */
@AnalyzeClasses(packages = "dev.foyer.notification", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule ONLY_MAIL_KNOWS_THE_PIN = noClasses()
            .that()
            .resideOutsideOfPackage("..mail")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.foyer.notification.mail.Pin")
            .because("the clear PIN exists only between opening the seal and handing over the mail");

    @ArchTest
    static final ArchRule ONLY_MAIL_SENDS = noClasses()
            .that()
            .resideOutsideOfPackage("..mail..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus.mailer..", "io.vertx..", "org.jose4j..")
            .because("the edge to the mail server is one package");
}
