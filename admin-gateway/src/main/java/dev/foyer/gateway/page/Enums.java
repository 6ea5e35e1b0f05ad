package dev.foyer.gateway.page;

import dev.foyer.gateway.api.NotificationKind;
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

    /** All that there are, this one among them. */
    static List<NotificationKind> kinds(NotificationKind one) {
        return List.of(one.getDeclaringClass().getEnumConstants());
    }
}
