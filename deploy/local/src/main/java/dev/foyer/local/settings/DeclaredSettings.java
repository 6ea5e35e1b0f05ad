package dev.foyer.local.settings;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads what {@code @ConfigMapping} interfaces declare, with the comments that say what it means. */
final class DeclaredSettings {

    private static final String MAPPING = "ConfigMapping";
    private static final String DEFAULT = "WithDefault";
    private static final String PARENT_NAME = "WithParentName";

    private final String module;
    private final DocTrees docs;
    private final List<Setting> found = new ArrayList<>();

    private DeclaredSettings(String module, DocTrees docs) {
        this.module = module;
        this.docs = docs;
    }

    /** All of a module; {@code root} is the repository's. */
    static List<Setting> of(Path root, String module) {
        List<Path> sources = sources(root.resolve(module).resolve("src/main/java"));
        if (sources.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, _ -> {}, null, null, files.getJavaFileObjectsFromPaths(sources));
            DeclaredSettings settings = new DeclaredSettings(module, DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                settings.read(unit);
            }
            return settings.found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(DeclaredSettings::mentionsMapping)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mentionsMapping(Path file) {
        try {
            return Files.readString(file).contains("@" + MAPPING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(CompilationUnitTree unit) {
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                annotation(type.getModifiers(), MAPPING)
                        .ifPresent(mapping -> members(getCurrentPath(), value(mapping, "prefix"), groups(type)));
                return super.visitClass(type, nothing);
            }
        }.scan(unit, null);
    }

    /** The interfaces inside, which stand for groups of keys. */
    private static Map<String, ClassTree> groups(ClassTree type) {
        Map<String, ClassTree> groups = new HashMap<>();
        for (Tree member : type.getMembers()) {
            if (member instanceof ClassTree inner) {
                groups.put(inner.getSimpleName().toString(), inner);
            }
        }
        return groups;
    }

    private void members(TreePath path, String prefix, Map<String, ClassTree> groups) {
        for (Tree member : ((ClassTree) path.getLeaf()).getMembers()) {
            // What has a body is computed from the others.
            if (member instanceof MethodTree method && method.getBody() == null) {
                member(new TreePath(path, method), method, prefix, groups);
            }
        }
    }

    private void member(TreePath path, MethodTree method, String prefix, Map<String, ClassTree> groups) {
        String type = method.getReturnType().toString();
        String named = annotation(method.getModifiers(), PARENT_NAME).isPresent()
                ? prefix
                : prefix + "." + kebab(method.getName().toString());
        String key = type.startsWith("Map<") ? named + ".<name>" : named;
        ClassTree group = groups.get(type.replaceAll("^Map<String, (.*)>$", "$1"));
        if (group != null) {
            members(new TreePath(path.getParentPath(), group), key, groups);
            return;
        }
        found.add(new Setting(module, key, plain(type), usual(method, type), meaning(path)));
    }

    private static String usual(MethodTree method, String type) {
        return annotation(method.getModifiers(), DEFAULT)
                .map(each -> "`" + value(each, "value") + "`")
                .orElse(type.startsWith("Optional") || type.startsWith("Map<") ? "none" : "**needed**");
    }

    private static String plain(String type) {
        return type.replaceAll("^Optional<(.*)>$", "$1")
                .replaceAll("^Map<String, (.*)>$", "$1")
                .replace("OptionalInt", "int")
                .replaceAll("(List|Set)<(.*)>", "$2, ...")
                .replace("Path", "file")
                .replace("Duration", "duration")
                .replace("boolean", "true or false")
                .replace("int", "number")
                .replace("URI", "address")
                .replace("Instant", "moment")
                .replace("String", "text");
    }

    private String meaning(TreePath path) {
        String comment = docs.getDocComment(path);
        return comment == null ? "" : words(comment);
    }

    /** One line of Markdown. */
    private static String words(String comment) {
        return comment.replaceAll("\\{@link #([A-Za-z]+)}", "`$1`")
                .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }

    private static Optional<AnnotationTree> annotation(ModifiersTree modifiers, String name) {
        return modifiers.getAnnotations().stream()
                .filter(each -> each.getAnnotationType().toString().equals(name))
                .<AnnotationTree>map(each -> each)
                .findFirst();
    }

    private static String value(AnnotationTree annotation, String name) {
        for (ExpressionTree argument : annotation.getArguments()) {
            ExpressionTree value = argument instanceof AssignmentTree assigned
                            && assigned.getVariable().toString().equals(name)
                    ? assigned.getExpression()
                    : argument;
            if (value instanceof LiteralTree literal) {
                return literal.getValue().toString();
            }
        }
        throw new IllegalStateException(annotation + " has no " + name + " that is a plain text");
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
