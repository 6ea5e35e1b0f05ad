package dev.foyer.gateway.page;

import io.quarkus.qute.TemplateExtension;
import java.util.List;

/** Templates compare texts; a constant is none. */
@TemplateExtension
final class Enums {

    private Enums() {}

    /** {@code {#if view.word == 'HELD'}}. */
    static String word(Enum<?> one) {
        return one.name();
    }

    /** All constants beside this one, and it. */
    static List<?> all(Enum<?> one) {
        return List.of(one.getDeclaringClass().getEnumConstants());
    }
}
