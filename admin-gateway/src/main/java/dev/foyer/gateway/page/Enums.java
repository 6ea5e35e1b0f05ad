package dev.foyer.gateway.page;

import io.quarkus.qute.TemplateExtension;

/** Templates compare texts; a constant is none. */
@TemplateExtension
final class Enums {

    private Enums() {}

    /** {@code {#if view.word == 'HELD'}}. */
    static String word(Enum<?> one) {
        return one.name();
    }
}
