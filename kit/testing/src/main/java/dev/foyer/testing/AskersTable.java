package dev.foyer.testing;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may pass on which command, of all commands that there are: one that is new is a line more. */
public final class AskersTable {

    private AskersTable() {}

    /**
     * @param types of commands, sealed or not
     * @param askers the service's
     * @param samples of those types that are looked into; of the others one is made, with nothing in it
     * @return a line for each type, {@code LockPin: conferencing-admin}, sorted
     */
    public static String of(Collection<Class<?>> types, Function<Object, Set<String>> askers, Object... samples) {
        Map<Class<?>, Object> given = Arrays.stream(samples).collect(Collectors.toMap(Object::getClass, one -> one));
        return types.stream()
                .flatMap(AskersTable::leaves)
                .map(type -> line(type, askers.apply(given.containsKey(type) ? given.get(type) : empty(type))))
                .sorted()
                .collect(Collectors.joining());
    }

    private static String line(Class<?> type, Set<String> askers) {
        return (type.getSimpleName() + ": " + String.join(", ", new TreeSet<>(askers))).strip() + "\n";
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(AskersTable::leaves)
                : Stream.of(type);
    }

    private static Object empty(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Arrays.stream(parts).map(part -> nothing(part.getType())).toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("Give a sample of " + type.getSimpleName(), e);
        }
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? 0L : null;
    }
}
