package dev.foyer.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import jakarta.ws.rs.Path;

/** The rules of the house; each says how to keep it. */
@AnalyzeClasses(packages = "dev.foyer.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Found by what JAX-RS itself looks for, so that a class of any name is seen. */
    private static final DescribedPredicate<JavaClass> SERVE_A_PATH = DescribedPredicate.describe(
            "serve a path",
            one -> !one.isInterface()
                    && (one.isAnnotatedWith(Path.class)
                            || one.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Path.class))));

    @ArchTest
    static final ArchRule RESOURCES_LIVE_IN_API = classes()
            .that(SERVE_A_PATH)
            .and()
            .resideOutsideOfPackage("..gateway.page..")
            .should()
            .resideInAPackage("..gateway.api..")
            .andShould()
            .haveSimpleNameEndingWith("Resource")
            .because("a reader looks for the API in one place and by one name");

    @ArchTest
    static final ArchRule PAGES_ARE_CALLED_SO = classes()
            .that(SERVE_A_PATH)
            .and()
            .resideInAPackage("..gateway.page..")
            .should()
            .haveSimpleNameEndingWith("Page")
            .because("a reader looks for the page's addresses by one name");

    @ArchTest
    static final ArchRule NOTHING_ELSE_IS_CALLED_SO = classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .beAnnotatedWith(Path.class)
            .because("a resource serves a path; call anything else by what it does");

    @ArchTest
    static final ArchRule SETUP_IS_THE_ROOF = noClasses()
            .that()
            .resideOutsideOfPackage("..gateway.setup..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..gateway.setup..")
            .because("setup puts the parts together; a part has its own configuration and is given what it needs");

    @ArchTest
    static final ArchRule THE_GATEWAY_OWNS_NO_AGGREGATES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.foyer.eventsourcing..", "dev.foyer.service.eventsourced..")
            .because("state behind the gateway's features is an aggregate of a service");

    @ArchTest
    static final ArchRule ONLY_THE_INDEX_KNOWS_LUCENE = noClasses()
            .that()
            .resideOutsideOfPackage("..gateway.index..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..")
            .because("queries go through TenantView, which no tenant filter can be forgotten in; add a method there");

    @ArchTest
    static final ArchRule KAFKA_IS_AT_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..gateway.index..",
                    "..gateway.tenantevents..",
                    "..gateway.streams..",
                    "..gateway.bridgeevents..",
                    "..gateway.live..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .because("a request is answered from the index and by the services, never by the broker");

    @ArchTest
    static final ArchRule THE_INDEX_KNOWS_NO_HTTP = noClasses()
            .that()
            .resideInAPackage("..gateway.index..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "io.vertx..", "..gateway.api..", "..gateway.page..")
            .because("the read model runs without a container; give it what it needs when it is opened");

    @ArchTest
    static final ArchRule ONLY_CLIENTS_CALL_SERVICES = noClasses()
            .that()
            .resideOutsideOfPackage("..gateway.clients..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net.http..",
                    "jakarta.ws.rs.client..",
                    "org.eclipse.microprofile.rest.client..",
                    "io.quarkus.rest.client..")
            .because("retries, deadlines, circuits and command ids are decided once, in RemoteService");

    @ArchTest
    static final ArchRule THE_PAGE_IS_ONE_MORE_CALLER = noClasses()
            .that()
            .resideOutsideOfPackages("..gateway.page..", "..gateway.setup..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..gateway.page..")
            .because("the page is one more caller of the API; move what both need into api");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = SlicesRuleDefinition.slices()
            .matching("dev.foyer.gateway.(*)..")
            .should()
            .beFreeOfCycles()
            .because(
                    "accounts, index, streams and tenantevents know nobody, bridgeevents the streams, live streams and index, callers index and tenantevents, clients the accounts, api all of them, the page the api, setup all");
}
