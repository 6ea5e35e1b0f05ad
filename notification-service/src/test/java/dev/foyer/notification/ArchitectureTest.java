package dev.foyer.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.ImpossibleEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Who may know whom. Each rule says how to put it right. */
@AnalyzeClasses(packages = "dev.foyer.notification", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_DOMAIN_IS_PURE = classes()
            .that()
            .resideInAPackage("..domain")
            .should()
            .onlyDependOnClassesThat(new DescribedPredicate<>("java, the decider, the domain") {
                @Override
                public boolean test(JavaClass other) {
                    String name = other.getName();
                    return other.getPackageName().startsWith("java.")
                            || other.getPackageName().equals("dev.foyer.notification.domain")
                            || other.isPrimitive()
                            || other.isArray()
                            || name.startsWith(Decider.class.getName())
                            || name.startsWith(Decision.class.getName())
                            || name.equals(ImpossibleEvent.class.getName());
                }
            })
            .because("rules must run anywhere; put what needs a library into journal, contract or mail");

    @ArchTest
    static final ArchRule THE_DOMAIN_ASKS_NOBODY = noClasses()
            .that()
            .resideInAPackage("..domain")
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
            .because("time, ids and chance come in with the command or its context");

    @ArchTest
    static final ArchRule REACTIONS_ARE_INBOUND = classes()
            .that()
            .haveSimpleNameStartingWith("When")
            .should()
            .resideInAPackage("..inbound")
            .andShould()
            .haveNameMatching(".*\\.When\\w+Then\\w+")
            .because("a reaction to others' events is a sentence in inbound");

    @ArchTest
    static final ArchRule RESOURCES_ARE_API = classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .resideInAPackage("..api")
            .because("HTTP has one place");

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
            .resideOutsideOfPackage("..mail")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus.mailer..", "io.vertx..", "org.jose4j..")
            .because("the edge to the world is one package");
}
