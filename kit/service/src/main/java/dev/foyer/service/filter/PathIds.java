package dev.foyer.service.filter;

import dev.foyer.base.Problem;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.metadata.PropertyDescriptor;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * What stands in a path for an id has the form of one, at every door and before a resource sees it: 400, while an id of a right
 * form that nobody has is 404. Beside what holds for all, the constraints of a resource's own fields are checked here,
 * because nobody else does: Bean Validation looks at the parameters of methods only.
 */
public class PathIds {

    /** As long as the longest name by which something is addressed, a user's. */
    private static final int LONGEST = 256;

    @Inject
    Validator validator;

    /** The constrained fields of resources, by their class. */
    private final Map<Class<?>, Set<String>> constrained = new ConcurrentHashMap<>();

    /** After whoever asks was let in, so that a stranger learns nothing about forms. */
    @ServerRequestFilter(priority = Priorities.USER + 100)
    public void check(UriInfo uri, ResourceInfo resource) {
        MultivaluedMap<String, String> parameters = uri.getPathParameters();
        if (parameters.isEmpty()) {
            return;
        }
        Set<String> fields = constrained.computeIfAbsent(resource.getResourceClass(), this::constrainedFields);
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            for (String value : parameter.getValue()) {
                String name = parameter.getKey();
                if (isNoId(value)) {
                    throw refused(name, "must be an id of 1 to " + LONGEST + " printable characters");
                }
                if (fields.contains(name)) {
                    checkField(resource.getResourceClass(), name, value);
                }
            }
        }
    }

    /** Control characters, slashes and what is not UTF-8 do not come here: such a path has no {@link NormalPath}. */
    private static boolean isNoId(String value) {
        return value.isBlank() || value.length() > LONGEST;
    }

    private void checkField(Class<?> resource, String name, String value) {
        Set<? extends ConstraintViolation<?>> wrong = validator.validateValue(resource, name, value);
        if (!wrong.isEmpty()) {
            throw refused(
                    name,
                    wrong.stream().map(ConstraintViolation::getMessage).sorted().collect(Collectors.joining("; ")));
        }
    }

    private Set<String> constrainedFields(Class<?> resource) {
        return validator.getConstraintsForClass(resource).getConstrainedProperties().stream()
                .map(PropertyDescriptor::getPropertyName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Problem.ProblemException refused(String name, String reason) {
        return Problem.of(400, "invalid-request", "The request is not valid", name + ": " + reason)
                .exception();
    }
}
