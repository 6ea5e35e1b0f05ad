package dev.foyer.gateway.clients;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.foyer.gateway.clients.ServiceDocument.Parameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Each route that the gateway uses is one that the service describes: theirs is the contract, ours is the client. */
class ServiceContractTest {

    private static final Map<Class<?>, String> SERVICES = Map.of(
            PinServiceClient.class, "pin",
            NotificationServiceClient.class, "notification",
            MeetingServiceClient.class, "meeting",
            WebhooksClient.class, "meeting",
            PinDeadLettersClient.class, "pin",
            NotificationDeadLettersClient.class, "notification",
            MeetingDeadLettersClient.class, "meeting",
            DirectoryClient.class, "pin");

    /** How JSON says what a component of a record is. */
    private static final Map<Class<?>, String> JSON_TYPES = Map.of(
            String.class, "string",
            boolean.class, "boolean",
            Boolean.class, "boolean",
            int.class, "integer",
            long.class, "integer",
            Instant.class, "string",
            List.class, "array",
            Set.class, "array",
            Map.class, "object");

    @TestFactory
    Stream<DynamicTest> everyMethodIsARouteOfItsService() {
        return SERVICES.entrySet().stream()
                .flatMap(service -> Arrays.stream(service.getKey().getMethods())
                        .map(method -> dynamicTest(
                                service.getValue() + "-service " + method.getName(),
                                () -> check(method, ServiceDocument.of(service.getValue())))));
    }

    private static void check(Method method, ServiceDocument document) {
        Path below = method.getAnnotation(Path.class);
        String path =
                method.getDeclaringClass().getAnnotation(Path.class).value() + (below == null ? "" : below.value());
        String verb = verb(method);
        JsonNode operation = document.operation(verb, path);
        assertFalse(operation.isMissingNode(), "The service has no " + verb + " " + path);
        checkParameters(parameters(method), document.parameters(verb, path));
        assertEquals("JWT", document.tokenFormat(), "The service takes no token");
        checkRequest(method, operation, document);
        checkAnswer(method, document.successSchemas(operation, produced(method)), document);
    }

    private static String produced(Method method) {
        Produces own = method.getAnnotation(Produces.class);
        return (own == null ? method.getDeclaringClass().getAnnotation(Produces.class) : own).value()[0];
    }

    private static String verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .findFirst()
                .orElseThrow()
                .value()
                .toLowerCase(Locale.ROOT);
    }

    /** As the method sends them; whether they are required is the service's to say. */
    private static List<Parameter> parameters(Method method) {
        List<AnnotatedElement> carriers = new ArrayList<>();
        for (var parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                carriers.addAll(List.of(parameter.getType().getFields()));
            } else {
                carriers.add(parameter);
            }
        }
        List<Parameter> all = new ArrayList<>();
        for (AnnotatedElement carrier : carriers) {
            if (carrier.isAnnotationPresent(PathParam.class)) {
                all.add(new Parameter(
                        "path", carrier.getAnnotation(PathParam.class).value(), false));
            } else if (carrier.isAnnotationPresent(HeaderParam.class)) {
                all.add(new Parameter(
                        "header", carrier.getAnnotation(HeaderParam.class).value(), false));
            } else if (carrier.isAnnotationPresent(QueryParam.class)) {
                all.add(new Parameter(
                        "query", carrier.getAnnotation(QueryParam.class).value(), false));
            }
        }
        return all;
    }

    private static void checkParameters(List<Parameter> sent, List<Parameter> described) {
        assertEquals(names(described, "path"), names(sent, "path"));
        assertTrue(names(described, "query").containsAll(names(sent, "query")), "Not all queries are known there");
        // OpenAPI says that one by the security scheme, never as a parameter.
        assertEquals(Set.of("Authorization"), names(sent, "header"), "Who asks stands in the token alone");
        described.stream()
                .filter(Parameter::required)
                .forEach(one -> assertTrue(names(sent, one.in()).contains(one.name()), "Not sent: " + one));
    }

    private static Set<String> names(List<Parameter> parameters, String in) {
        return parameters.stream()
                .filter(one -> one.in().equals(in))
                .map(Parameter::name)
                .collect(toSet());
    }

    private static void checkRequest(Method method, JsonNode operation, ServiceDocument document) {
        Class<?> body = Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getAnnotations().length == 0)
                .findFirst()
                .<Class<?>>map(parameter -> parameter.getType())
                .orElse(null);
        if (body == null) {
            JsonNode described = document.resolved(operation.path("requestBody"));
            assertFalse(described.path("required").asBoolean(), "The service wants a body");
            return;
        }
        JsonNode schema = document.requestSchema(operation);
        assertFalse(schema.isMissingNode(), "The service takes no JSON");
        if (body.isRecord()) {
            checkFields(body, List.of(schema), document);
            schema.path("required")
                    .forEach(field -> assertTrue(
                            Arrays.stream(body.getRecordComponents())
                                    .anyMatch(one -> one.getName().equals(field.asText())),
                            "Required, but not in " + body.getSimpleName() + ": " + field));
        }
    }

    private static void checkAnswer(Method method, Map<String, JsonNode> successes, ServiceDocument document) {
        assertFalse(successes.isEmpty(), "No success is described");
        Type answer = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
        if (answer == Void.class) {
            return;
        }
        successes.forEach((status, schema) -> assertFalse(schema.isMissingNode(), status + " has no body to read"));
        if (answer instanceof Class<?> type && type.isRecord()) {
            checkFields(type, successes.values(), document);
        }
    }

    /** @param schemas one of which has each field; an answer may come in several forms */
    private static void checkFields(Class<?> type, Iterable<JsonNode> schemas, ServiceDocument document) {
        for (RecordComponent component : type.getRecordComponents()) {
            List<JsonNode> described = new ArrayList<>();
            schemas.forEach(schema -> {
                JsonNode field = schema.path("properties").path(component.getName());
                if (!field.isMissingNode()) {
                    described.add(document.resolved(field));
                }
            });
            String name = type.getSimpleName() + "." + component.getName();
            assertFalse(described.isEmpty(), name + " is not described by the service");
            String wanted = component.getType().isRecord() ? "object" : JSON_TYPES.get(component.getType());
            described.forEach(field -> assertTrue(types(field).contains(wanted), name + " is no " + wanted + " there"));
            if (component.getType().isRecord()) {
                checkFields(component.getType(), described, document);
            }
        }
    }

    /** OpenAPI 3.1: one type, or several in an array. */
    private static List<String> types(JsonNode field) {
        JsonNode type = field.path("type");
        List<String> all = new ArrayList<>();
        if (type.getNodeType() == JsonNodeType.ARRAY) {
            type.forEach(one -> all.add(one.asText()));
        } else {
            all.add(type.asText());
        }
        return all;
    }

    @TestFactory
    @Tag("A6")
    Stream<DynamicTest> noPinIsPrinted() {
        return Stream.concat(
                        SERVICES.keySet().stream().flatMap(client -> Arrays.stream(client.getDeclaredClasses())),
                        Stream.of(Answered.class))
                .filter(type -> type.isRecord() && mayCarryAPin(type))
                .map(type -> dynamicTest(
                        type.getSimpleName(), () -> assertFalse(printed(type).contains("48213"))));
    }

    private static boolean mayCarryAPin(Class<?> type) {
        return type == Answered.class
                || Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getName().equals("pin"));
    }

    /** With that PIN where a PIN can be. */
    private static String printed(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> switch (component.getType().getSimpleName()) {
                    case "boolean" -> false;
                    case "int" -> 0;
                    case "String", "Object" -> component.getName().matches("pin|body") ? "48213" : "other";
                    default -> null;
                })
                .toArray();
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        return constructor.newInstance(values).toString();
    }
}
