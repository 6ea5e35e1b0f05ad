package dev.foyer.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.foyer.gateway.api.Permissions.Operation;
import dev.foyer.gateway.api.Permissions.Permission;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code GET /me} says that an account may do is what the operations say. */
@Tag("F")
class PermissionsTest {

    private static final List<Class<? extends Annotation>> VERBS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    /** Whoever has signed in may ask who they are; directory systems are no accounts. */
    private static final Set<Class<?>> OF_ALL = Set.of(MeResource.class, ScimResource.class);

    @Test
    void eachOperationIsOfOnePermission() {
        Set<String> named = new TreeSet<>();
        Permissions.ALL.stream()
                .flatMap(permission -> permission.operations().stream())
                .forEach(one -> assertTrue(named.add(name(one.resource(), one.method())), one + " is of two"));
        Set<String> served = new TreeSet<>();
        operations().filter(one -> !isOtherForm(one)).forEach(one -> served.add(name(one)));
        assertEquals(served, named);
    }

    @Test
    void theOperationsOfOneAreForTheSameRoles() {
        for (Permission permission : Permissions.ALL) {
            assertEquals(
                    1,
                    permission.operations().stream()
                            .map(PermissionsTest::roles)
                            .distinct()
                            .count(),
                    permission.name());
        }
    }

    @Test
    void theyAreInTheOrderOfTheAlphabet() {
        List<String> names = Permissions.ALL.stream().map(Permission::name).toList();
        assertEquals(List.copyOf(new TreeSet<>(names)), names);
    }

    @Test
    @Tag("A5")
    void theHelpdeskResetsWithoutSeeing() {
        List<String> may = Permissions.of(List.of(Roles.HELPDESK));
        assertTrue(may.containsAll(List.of("pins.reset", "mails.send", "users.read")), may::toString);
        assertFalse(may.contains("pins.see"), may::toString);
        assertTrue(Permissions.of(List.of(Roles.ADMIN)).contains("pins.see"));
    }

    @Test
    void whoHasTwoRolesMayDoWhatEitherMay() {
        assertEquals(List.of("calls.report", "meetings.admit"), Permissions.of(List.of(Roles.BRIDGE)));
        assertEquals(
                List.of("calls.report", "meetings.admit", "meetings.invite", "meetings.join"),
                Permissions.of(List.of(Roles.CLIENT_APP, Roles.BRIDGE)));
        assertEquals(List.of(), Permissions.of(List.of()));
    }

    private static MethodRoles roles(Operation operation) {
        return MethodRoles.of(operation.resource(), operation.method());
    }

    /** Such as a list as CSV: the same address, and who may is the same (RouteRolesTest). */
    private static boolean isOtherForm(Method method) {
        return method.isAnnotationPresent(GET.class)
                && method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class)
                        .hidden();
    }

    private static Stream<Method> operations() {
        return new ClassFileImporter()
                .importPath(Path.of("target/classes/dev/foyer/gateway/api")).stream()
                        .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
                        .map(type -> (Class<?>) type.reflect())
                        .filter(type -> !OF_ALL.contains(type))
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> VERBS.stream().anyMatch(method::isAnnotationPresent));
    }

    private static String name(Method method) {
        return name(method.getDeclaringClass(), method.getName());
    }

    private static String name(Class<?> resource, String method) {
        return resource.getSimpleName() + "." + method;
    }
}
