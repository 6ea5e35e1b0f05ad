package dev.foyer.gateway.api;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The public API as its compiled classes have it: also what the document does not show, such as a form of the same answer for another media type. */
final class ServedRoutes {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String JAX_RS = "jakarta.ws.rs.";
    private static final String ROLES = "jakarta.annotation.security.RolesAllowed";

    private ServedRoutes() {}

    /**
     * One method that answers.
     *
     * @param roles as the code names them; none: whoever has signed in
     * @param takes media types of bodies
     */
    record Served(String method, String path, Set<String> roles, Set<String> takes) {

        String name() {
            return method + " " + path;
        }
    }

    static List<Served> all() {
        List<Served> all = new ArrayList<>();
        new ClassFileImporter()
                .importPath(Path.of("target/classes/dev/foyer/gateway/api")).stream()
                        .filter(type -> type.isAnnotatedWith(JAX_RS + "Path"))
                        .forEach(resource -> resource.getMethods()
                                .forEach(method -> verb(method)
                                        .map(verb -> served(verb, resource, method))
                                        .filter(one -> one.path().startsWith("/api/v1"))
                                        .ifPresent(all::add)));
        return all;
    }

    private static Served served(String verb, JavaClass resource, JavaMethod method) {
        String below = texts(method, JAX_RS + "Path").stream().findFirst().orElse("");
        String path = (texts(resource, JAX_RS + "Path").getFirst() + "/" + below)
                .replaceAll("/+", "/")
                .replaceAll("(.)/$", "$1");
        return new Served(verb, path, nearest(method, resource, ROLES), nearest(method, resource, JAX_RS + "Consumes"));
    }

    private static Set<String> nearest(JavaMethod method, JavaClass resource, String annotation) {
        List<String> own = texts(method, annotation);
        return new TreeSet<>(own.isEmpty() ? texts(resource, annotation) : own);
    }

    private static Optional<String> verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .filter(type -> type.getPackageName().equals("jakarta.ws.rs"))
                .map(JavaClass::getSimpleName)
                .filter(METHODS::contains)
                .findFirst();
    }

    private static List<String> texts(HasAnnotations<?> annotated, String annotation) {
        return annotated
                .tryGetAnnotationOfType(annotation)
                .flatMap(found -> ((JavaAnnotation<?>) found).get("value"))
                .map(value -> value instanceof Object[] many
                        ? List.of(many).stream().map(Object::toString).toList()
                        : List.of(value.toString()))
                .orElse(List.of());
    }
}
