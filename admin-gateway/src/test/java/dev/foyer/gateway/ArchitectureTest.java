package dev.foyer.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The rules of the house; each says how to keep it. */
@AnalyzeClasses(packages = "dev.foyer.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule RESOURCES_LIVE_IN_API = classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .resideInAPackage("..gateway.api..")
            .because("a reader looks for the API in one place; the web page's classes end with Page");

    @ArchTest
    static final ArchRule ONLY_THE_INDEX_KNOWS_LUCENE_AND_KAFKA = noClasses()
            .that()
            .resideOutsideOfPackage("..gateway.index..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.lucene..", "org.apache.kafka..")
            .because("queries go through TenantView, which no tenant filter can be forgotten in; add a method there");

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
            .resideInAPackage("java.net.http..")
            .because("retries, deadlines and command ids are decided once, in ServiceClient");

    @ArchTest
    static final ArchRule THE_API_DOES_NOT_KNOW_THE_PAGE = noClasses()
            .that()
            .resideInAnyPackage("..gateway.api..", "..gateway.clients..", "..gateway.index..", "..gateway.setup..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..gateway.page..")
            .because("the page is one more caller; move what both need into api");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = SlicesRuleDefinition.slices()
            .matching("dev.foyer.gateway.(*)..")
            .should()
            .beFreeOfCycles()
            .because("index knows nobody, setup the index, clients setup, api all of them, and the page the api");
}
