package dev.foyer.eventsourcing.testing;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.JournalFormat;
import dev.foyer.eventsourcing.internal.runtime.JournalFold;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** For tests: everything that a journal can say, as lines of text. */
final class Vocabulary {

    private final SortedSet<String> nested = new TreeSet<>();

    private Vocabulary() {}

    static String of(List<AggregateType<?, ?, ?, ?, ?, ?>> types) {
        Vocabulary vocabulary = new Vocabulary();
        List<String> lines = new ArrayList<>();
        types.forEach(type -> {
            vocabulary.add(lines, type.name() + " event ", type.events());
            vocabulary.add(lines, type.name() + " answer ", type.answers());
        });
        lines.add("any event " + JournalFold.NO_EVENT + "()");
        lines.addAll(vocabulary.nested);
        return String.join("\n", lines) + "\n";
    }

    private void add(List<String> lines, String prefix, JournalFormat<?> format) {
        new TreeMap<>(format.types()).forEach((name, type) -> {
            lines.add(prefix + name + fields(type));
            Reachable.from(type).stream()
                    .filter(reached -> reached != type && reached.getName().startsWith("dev.foyer."))
                    .forEach(reached -> nested.add(reached.getSimpleName() + fields(reached)));
        });
    }

    private static String fields(Class<?> type) {
        if (type.isEnum()) {
            return ": " + Arrays.toString(type.getEnumConstants());
        }
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(Vocabulary::field)
                        .collect(Collectors.joining(", ", "(", ")"))
                : "";
    }

    private static String field(RecordComponent component) {
        return component.getName() + " "
                + component.getGenericType().getTypeName().replaceAll("[\\w.]+[.$](\\w+)", "$1");
    }
}
