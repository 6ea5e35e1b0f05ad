package dev.foyer.gateway.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * In which other types a list can be had: what the hidden methods beside the described one produce, at the same path. A document
 * has one operation for both. Immutable.
 */
final class OtherTypes {

    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final DotName GET = DotName.createSimple("jakarta.ws.rs.GET");
    private static final DotName PRODUCES = DotName.createSimple("jakarta.ws.rs.Produces");
    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");

    private final Map<String, List<String>> types = new HashMap<>();

    /** @param classes of the gateway */
    OtherTypes(IndexView classes) {
        classes.getAnnotations(PATH).stream()
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.CLASS)
                .forEach(target -> add(target.asClass()));
    }

    private void add(ClassInfo resource) {
        List<MethodInfo> reading = resource.methods().stream()
                .filter(method -> method.hasDeclaredAnnotation(GET))
                .toList();
        for (MethodInfo described : reading) {
            if (isHidden(described)) {
                continue;
            }
            List<String> others = new ArrayList<>();
            reading.stream()
                    .filter(method -> isHidden(method) && Objects.equals(path(method), path(described)))
                    .filter(method -> method.hasDeclaredAnnotation(PRODUCES))
                    .forEach(method -> Arrays.stream(
                                    method.declaredAnnotation(PRODUCES).value().asStringArray())
                            .map(type -> type.replaceFirst(";.*", ""))
                            .forEach(others::add));
            types.put(resource.simpleName() + "_" + described.name(), List.copyOf(others));
        }
    }

    private static boolean isHidden(MethodInfo method) {
        AnnotationInstance operation = method.declaredAnnotation(OPERATION);
        return operation != null
                && operation.value("hidden") != null
                && operation.value("hidden").asBoolean();
    }

    private static String path(MethodInfo method) {
        AnnotationInstance path = method.declaredAnnotation(PATH);
        return path == null ? null : path.value().asString();
    }

    /** @param operation {@code <class>_<method>} */
    List<String> of(String operation) {
        return types.getOrDefault(operation, List.of());
    }
}
