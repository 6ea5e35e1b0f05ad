package dev.foyer.gateway.page;

import dev.foyer.base.text.TextKind;
import dev.foyer.gateway.index.UserEntry;
import io.quarkus.qute.TemplateExtension;

/** People as the page shows them. */
@TemplateExtension
final class Names {

    private Names() {}

    /** Something that can be seen and clicked on, whatever came before names had a rule. */
    static String shownName(UserEntry user) {
        return TextKind.SENT_LINE.accepts(user.displayName())
                ? TextKind.SENT_LINE.of(user.displayName())
                : user.userId();
    }
}
