package dev.foyer.gateway.api;

import dev.foyer.base.Problem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Whoever asks for something by a parameter that is not read, as a filter with a misprint or a trial where none can be asked for, must
 * not be answered as if it had not been asked for; nor is one of two values chosen. 400 before anything is done. Of a list, all its forms (JSON,
 * CSV) have the same parameters.
 */
@Singleton
class ParametersFilter {

    private static final Pattern SHORT_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        Map<String, List<String>> sent = request.getUriInfo().getQueryParameters();
        Class<?> of = resource.getResourceClass();
        if (sent.isEmpty() || of.getPackage() != ParametersFilter.class.getPackage() || of == ScimResource.class) {
            return;
        }
        Set<String> read = known.computeIfAbsent(resource.getResourceMethod(), ParametersFilter::read);
        sent.forEach((name, values) -> {
            if (!read.contains(name)) {
                throw unknown(name, read).exception();
            }
            if (values.size() > 1) {
                throw Problems.badParameter(name, "is sent once.").exception();
            }
        });
    }

    private static Problem unknown(String name, Set<String> read) {
        String what = read.isEmpty()
                ? "is not read here: nothing is asked for by parameters."
                : "is not read here; there are " + String.join(", ", read) + ".";
        return Problems.badParameter(SHORT_NAME.matcher(name).matches() ? name : "One", what);
    }

    private static Set<String> read(Method method) {
        Stream<Method> forms = method.isAnnotationPresent(GET.class)
                ? Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
                        .filter(other -> other.isAnnotationPresent(GET.class)
                                && path(other).equals(path(method)))
                : Stream.of(method);
        return forms.flatMap(form -> Arrays.stream(form.getParameters()))
                .flatMap(ParametersFilter::names)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String path(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private static Stream<String> names(Parameter parameter) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return Arrays.stream(parameter.getType().getDeclaredFields())
                    .map(ParametersFilter::name)
                    .filter(Objects::nonNull);
        }
        RestQuery query = parameter.getAnnotation(RestQuery.class);
        return query == null ? Stream.of() : Stream.of(named(query, parameter.getName()));
    }

    private static String name(Field field) {
        RestQuery query = field.getAnnotation(RestQuery.class);
        return query == null ? null : named(query, field.getName());
    }

    private static String named(RestQuery query, String name) {
        return query.value().isEmpty() ? name : query.value();
    }
}
