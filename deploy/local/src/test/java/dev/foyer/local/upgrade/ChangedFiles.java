package dev.foyer.local.upgrade;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** This checkout with some files otherwise, as another version has it. */
final class ChangedFiles implements ProgramFiles {

    private final ProgramFiles original;
    private final Map<String, Optional<String>> changed = new HashMap<>();

    ChangedFiles(ProgramFiles original) {
        this.original = original;
    }

    ChangedFiles with(String path, String content) {
        changed.put(path, Optional.of(content));
        return this;
    }

    ChangedFiles without(String path) {
        changed.put(path, Optional.empty());
        return this;
    }

    /** Fails when that changes nothing: a test would show nothing then. */
    ChangedFiles edited(String path, UnaryOperator<String> edit) {
        String before = read(path).orElseThrow();
        String after = edit.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("Nothing is changed in " + path);
        }
        return with(path, after);
    }

    @Override
    public String name() {
        return "the next version";
    }

    @Override
    public Optional<String> read(String path) {
        return changed.containsKey(path) ? changed.get(path) : original.read(path);
    }

    @Override
    public List<String> under(String folder) {
        TreeSet<String> paths = new TreeSet<>(original.under(folder));
        changed.forEach((path, content) -> {
            if (path.startsWith(folder + "/")) {
                content.ifPresentOrElse(_ -> paths.add(path), () -> paths.remove(path));
            }
        });
        return List.copyOf(paths);
    }
}
