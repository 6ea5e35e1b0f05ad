package dev.foyer.gateway.api;

import dev.foyer.base.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Whoever says more than is read must not be answered as if all of it had been done: a command that takes no body is refused when one says
 * something, as an unknown field is elsewhere. 400 before anything is done. Nothing is what an empty object says.
 */
@Singleton
class UnreadBodies {

    /** Possessive, so that a long body is gone through once. */
    private static final Pattern SAYS_NOTHING = Pattern.compile("\\s*+(?:\\{\\s*+}|null)?+\\s*+");

    private static final Problem NOTHING_READ = Problem.of(
            400,
            "malformed-json",
            "The body cannot be read",
            "Nothing is read from a body here; leave it out, or send {}.");

    private final Map<Method, Boolean> reads = new ConcurrentHashMap<>();

    @Inject
    RoutingContext routing;

    @ServerRequestFilter
    void check(ResourceInfo resource) {
        Class<?> of = resource.getResourceClass();
        // SCIM's standard passes over what it does not know; and a bridge that is refused its heartbeats or a hang-up
        // would end calls, or keep
        // them.
        if (of.getPackage() != UnreadBodies.class.getPackage()
                || of == ScimResource.class
                || of == BridgeResource.class) {
            return;
        }
        if (!reads.computeIfAbsent(resource.getResourceMethod(), UnreadBodies::readsBody) && saysSomething()) {
            throw NOTHING_READ.exception();
        }
    }

    private boolean saysSomething() {
        String body = routing.body().asString();
        return body != null && !SAYS_NOTHING.matcher(body).matches();
    }

    /** What asks is not refused for what it says beside: nothing is done. */
    private static boolean readsBody(Method method) {
        return method.isAnnotationPresent(GET.class)
                || Arrays.stream(method.getParameters()).anyMatch(one -> isBody(method, one));
    }

    private static boolean isBody(Method method, Parameter parameter) {
        return !parameter.isAnnotationPresent(RestQuery.class)
                && !parameter.isAnnotationPresent(RestPath.class)
                && !parameter.isAnnotationPresent(RestHeader.class)
                && !parameter.getType().getPackageName().startsWith("jakarta.ws.rs")
                && !isInPath(method, parameter)
                && !isInPath(method.getDeclaringClass(), parameter);
    }

    private static boolean isInPath(AnnotatedElement declared, Parameter parameter) {
        Path path = declared.getAnnotation(Path.class);
        return path != null && path.value().contains("{" + parameter.getName() + "}");
    }
}
