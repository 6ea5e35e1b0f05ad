package dev.foyer.blackbox;

import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.Type;

/**
 * Every door by which a text comes in, read from the compiled classes: the texts of all bodies, parameters, headers and forms of
 * resources, and of the records that the data of others' events are read into.
 */
final class TextDoors {

    private static final Path ROOT = Repository.find().root();
    private static final List<String> MODULES = List.of(
            "kit/service",
            "kit/service-eventsourced",
            "pin-service",
            "notification-service",
            "meeting-service",
            "admin-gateway");
    private static final DotName TEXT = DotName.createSimple("dev.foyer.base.text.Text");
    private static final DotName STRING = DotName.createSimple(String.class);
    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Map<String, String> PARAMETERS = Map.of(
            "RestQuery", "?",
            "QueryParam", "?",
            "RestForm", "form ",
            "FormParam", "form ",
            "RestHeader", "header ",
            "HeaderParam", "header ",
            "RestCookie", "cookie ",
            "CookieParam", "cookie ");

    /** What filters and resources ask a request for by themselves; answers and signed texts have headers, too. */
    private static final Pattern HEADER =
            Pattern.compile("(?<!jws|jwe|response)\\.getHeader(?:String)?\\(\\s*(\"?[\\w.-]+\"?)\\s*\\)");

    private final Map<String, String> found = new TreeMap<>();
    private final Index index;
    private final String module;

    private TextDoors(String module) {
        this.module = module;
        this.index = index(module);
    }

    /** Doors in the order of the alphabet, each with the kind that its field has in the code, or with an empty text. */
    static Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        MODULES.forEach(module -> all.putAll(new TextDoors(module).find()));
        return all;
    }

    private Map<String, String> find() {
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.hasAnnotation(PATH) && !type.isInterface()) {
                type.methods().forEach(this::ofMethod);
                type.fields()
                        .forEach(field ->
                                ofParameter(type.simpleName(), field.annotations(), field.name(), field.type()));
            }
            if (type.isRecord() && type.name().toString().contains(".inbound.")) {
                ofRecord(type);
            }
        }
        ofHeaders();
        return found;
    }

    /** Read from the sources: no class file says simply which header a line asks for. */
    private void ofHeaders() {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String type = file.getFileName().toString().replace(".java", "");
                HEADER.matcher(Files.readString(file))
                        .results()
                        .forEach(header -> found.put(module + " " + type + " asks for header " + header.group(1), ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ofMethod(MethodInfo method) {
        boolean serves = method.annotations().stream()
                .anyMatch(one -> METHODS.contains(one.name().withoutPackagePrefix()));
        if (!serves) {
            return;
        }
        for (MethodParameterInfo parameter : method.parameters()) {
            String where = method.declaringClass().simpleName() + "." + method.name();
            if (!ofParameter(where, parameter.annotations(), parameter.name(), parameter.type())) {
                ofBody(parameter.type());
            }
        }
    }

    /** @return whether it is no body */
    private boolean ofParameter(String where, List<AnnotationInstance> annotations, String name, Type type) {
        Optional<String> kind = annotations.stream()
                .map(one -> PARAMETERS.get(one.name().withoutPackagePrefix()))
                .filter(one -> one != null)
                .findFirst();
        boolean ofPath = annotations.stream()
                .anyMatch(one ->
                        Set.of("RestPath", "PathParam").contains(one.name().withoutPackagePrefix()));
        boolean text = type.name().equals(STRING);
        if (text && kind.isPresent()) {
            found.put(module + " " + where + " " + kind.get() + name, "");
        } else if (text && (ofPath || where.contains("."))) {
            found.put(module + " " + where + " {" + name + "}", "");
        }
        return text || kind.isPresent() || ofPath;
    }

    private void ofBody(Type type) {
        ClassInfo body = index.getClassByName(type.name());
        if (body != null && body.isRecord()) {
            ofRecord(body);
        } else if (type.name().withoutPackagePrefix().equals("JsonNode")) {
            found.put(module + " a tree of JSON", "");
        }
    }

    private void ofRecord(ClassInfo record) {
        for (FieldInfo field : record.fields()) {
            if (java.lang.reflect.Modifier.isStatic(field.flags())) {
                continue;
            }
            if (isText(field.type())) {
                String name = record.name().withoutPackagePrefix().replace('$', '.') + "." + field.name();
                found.put(module + " " + name, kind(field));
            } else {
                ofBody(field.type());
            }
        }
    }

    private static boolean isText(Type type) {
        return type.name().equals(STRING)
                || type.kind() == Type.Kind.PARAMETERIZED_TYPE
                        && type.asParameterizedType().arguments().stream()
                                .anyMatch(one -> one.name().equals(STRING));
    }

    private static String kind(FieldInfo field) {
        return field.annotations().stream()
                .filter(one -> one.name().equals(TEXT) && one.target().kind() == AnnotationTarget.Kind.FIELD)
                .map(one -> one.value().asEnum())
                .findFirst()
                .orElse("");
    }

    private static Index index(String module) {
        Indexer indexer = new Indexer();
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("target/classes"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".class")).toList()) {
                try (InputStream type = Files.newInputStream(file)) {
                    indexer.index(type);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return indexer.complete();
    }
}
