package dev.foyer.eventsourcing.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.eventsourcing.WireFormat;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** For tests of a service's wire formats: what travels arrives as it left, and nothing travels untested. */
public final class WireCheck {

    private final Set<String> seen = new TreeSet<>();

    private WireCheck() {}

    /**
     * Each sample is read as it was written, in the same order throughout. The samples together show every record that
     * can be reached from the type, and every component of it at least once with a value.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <T> void arrives(Class<T> type, WireFormat<T> format, T... samples) {
        WireCheck check = new WireCheck();
        for (T sample : samples) {
            byte[] bytes = format.write(sample);
            T arrived = format.read(bytes);
            assertEquals(sample, arrived);
            // Sets and maps are equal in any order; states are not the same then.
            assertArrayEquals(bytes, format.write(arrived), () -> "Another order: " + sample);
            check.look(sample);
        }
        Set<String> missing = new TreeSet<>();
        for (Class<?> each : Reachable.from(type)) {
            if (each.isRecord() && !check.seen.contains(each.getName())) {
                missing.add(each.getName());
            } else if (each.isRecord()) {
                for (RecordComponent component : each.getRecordComponents()) {
                    if (!check.seen.contains(name(each, component))) {
                        missing.add(name(each, component));
                    }
                }
            }
        }
        assertEquals(Set.of(), missing, "Give each of these a sample with a value");
    }

    /** The same type has the same fingerprint in every process: snapshots outlive the one that wrote them. */
    public static void fingerprintIsTheSameEverywhere(Class<?> type) throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WireCheck.class.getName(),
                        type.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String theirs = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, other.waitFor(), "The other process could not tell");
        assertEquals(fingerprint(type), theirs);
        assertEquals(fingerprint(type), fingerprint(type));
    }

    /** Prints the fingerprint of the class that is named. */
    public static void main(String[] args) throws ClassNotFoundException {
        System.out.println(fingerprint(Class.forName(args[0])));
    }

    private static String fingerprint(Class<?> type) {
        return WireFormat.of(type, WireFormat.mapper().build()).fingerprint();
    }

    private void look(Object value) {
        switch (value) {
            case null -> {}
            case Optional<?> optional -> optional.ifPresent(this::look);
            case Collection<?> many -> many.forEach(this::look);
            case Map<?, ?> map -> map.values().forEach(this::look);
            case Record sample -> {
                seen.add(sample.getClass().getName());
                for (RecordComponent component : sample.getClass().getRecordComponents()) {
                    Object inside = read(sample, component);
                    if (inside != null && !inside.equals(Optional.empty())) {
                        seen.add(name(sample.getClass(), component));
                    }
                    look(inside);
                }
            }
            default -> {}
        }
    }

    private static Object read(Record sample, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(sample);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Class<?> type, RecordComponent component) {
        return type.getName() + "." + component.getName();
    }
}
