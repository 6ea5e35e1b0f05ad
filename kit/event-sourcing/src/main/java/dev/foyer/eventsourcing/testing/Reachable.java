package dev.foyer.eventsourcing.testing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** For tests: all types that a value of a type may carry inside, through sealed types, records and containers. */
public final class Reachable {

    private static final Set<Class<?>> CONTAINERS = Set.of(List.class, Set.class, Map.class, Optional.class);

    private final Set<Class<?>> found = new LinkedHashSet<>();

    private Reachable() {}

    public static Set<Class<?>> from(Class<?> type) {
        Reachable walk = new Reachable();
        walk.visit(type);
        return walk.found;
    }

    private void visit(Type type) {
        switch (type) {
            case ParameterizedType parameterized -> {
                visit(parameterized.getRawType());
                for (Type argument : parameterized.getActualTypeArguments()) {
                    visit(argument);
                }
            }
            case Class<?> some -> {
                if (found.add(some)) {
                    inside(some);
                }
            }
            default -> throw new AssertionError("What " + type + " carries cannot be seen");
        }
    }

    private void inside(Class<?> type) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                visit(permitted);
            }
        } else if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                visit(component.getGenericType());
            }
        } else if (type.isInterface() && !CONTAINERS.contains(type) || type == Object.class) {
            throw new AssertionError("What a " + type.getName() + " carries cannot be seen");
        }
    }
}
