package dev.foyer.blackbox;

import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.foyer.local.home.Repository;
import dev.foyer.testing.fuzz.FuzzTarget.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a module serves, read from its compiled classes: also what no description shows. */
final class CodeRoutes {

    private static final Path ROOT = Repository.find().root();
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final String JAX_RS = "jakarta.ws.rs.";

    private CodeRoutes() {}

    /** @param modules folders below the root of the checkout, built */
    static List<Route> of(String... modules) {
        List<Route> routes = new ArrayList<>();
        for (String module : modules) {
            new ClassFileImporter()
                            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                            .importPath(ROOT.resolve(module).resolve("target/classes"))
                            .stream()
                            .filter(type -> !type.isInterface()) // those are asked by us
                            .filter(type -> type.isAnnotatedWith(JAX_RS + "Path"))
                            .forEach(resource -> addAll(routes, resource));
        }
        return routes;
    }

    private static void addAll(List<Route> routes, JavaClass resource) {
        String root = path(resource.getAnnotationOfType(JAX_RS + "Path"));
        for (JavaMethod method : resource.getMethods()) {
            String below = method.tryGetAnnotationOfType(JAX_RS + "Path")
                    .map(CodeRoutes::path)
                    .orElse("");
            verb(method).ifPresent(verb -> routes.add(new Route(verb, joined(root, below))));
        }
    }

    private static Optional<String> verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .filter(type -> type.getPackageName().equals("jakarta.ws.rs"))
                .map(JavaClass::getSimpleName)
                .filter(METHODS::contains)
                .findFirst();
    }

    private static String path(JavaAnnotation<? extends HasDescription> annotation) {
        return annotation.get("value").map(Object::toString).orElseThrow();
    }

    private static String joined(String root, String below) {
        String path = ("/" + root + "/" + below).replaceAll("/+", "/").replaceAll("\\{(\\w+):[^}]*}", "{$1}");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
