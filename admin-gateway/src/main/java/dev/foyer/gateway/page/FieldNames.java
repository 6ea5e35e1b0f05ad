package dev.foyer.gateway.page;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.util.Locale;

/** Templates say {@code field:of('pinSetAt')} and get what people call it. */
@TemplateExtension(namespace = "field")
final class FieldNames {

    private FieldNames() {}

    static String of(String name, @TemplateAttribute("locale") Object language) {
        return Glossary.of("fields", ((Locale) language).getLanguage()).word(name);
    }
}
