package dev.foyer.gateway.api;

import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Who may use which operation, as the resources themselves say it; so that the document cannot say otherwise. Immutable. */
final class OperationRoles {

    private static final DotName ALLOWED = DotName.createSimple(RolesAllowed.class);
    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");

    private final Map<String, List<String>> roles = new HashMap<>();

    /** @param classes of the gateway */
    OperationRoles(IndexView classes) {
        classes.getAnnotations(PATH).stream()
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.CLASS)
                .forEach(target -> add(target.asClass()));
    }

    private void add(ClassInfo resource) {
        for (MethodInfo method : resource.methods()) {
            AnnotationInstance allowed = Stream.of(
                            method.declaredAnnotation(ALLOWED), resource.declaredAnnotation(ALLOWED))
                    .filter(one -> one != null)
                    .findFirst()
                    .orElse(null);
            if (allowed != null) {
                roles.put(
                        resource.simpleName() + "_" + method.name(),
                        Arrays.stream(allowed.value().asStringArray()).sorted().toList());
            }
        }
    }

    /** @param operation {@code <class>_<method>}; @return empty for what every account may do */
    List<String> of(String operation) {
        return roles.getOrDefault(operation, List.of());
    }
}
