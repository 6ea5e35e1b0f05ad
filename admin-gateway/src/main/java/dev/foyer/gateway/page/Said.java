package dev.foyer.gateway.page;

import dev.foyer.base.Problem;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;
import java.util.Optional;

/** Problems in the reader's language: {@code {problem.said}} in a template. */
@TemplateExtension
final class Said {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int FAILURE = 500;

    private Said() {}

    static String said(Problem problem, @TemplateAttribute("locale") Object language) {
        return of(problem, messages(language));
    }

    static String saidShort(Problem problem, @TemplateAttribute("locale") Object language) {
        ShellMessages messages = messages(language);
        return switch (problem.status()) {
            case FORBIDDEN -> messages.notAllowedTitle();
            case NOT_FOUND -> messages.notFoundTitle();
            default -> messages.failedTitle();
        };
    }

    /** In these words; what they lack, because only a later service says so, is said as the API says it. */
    static String of(Problem problem, ShellMessages messages) {
        return ProblemWord.of(problem)
                .or(() -> problem.status() >= FAILURE ? Optional.of(ProblemWord.SERVICEFAILED) : Optional.empty())
                .map(messages::problem)
                .orElse(problem.detail());
    }

    private static ShellMessages messages(Object language) {
        return MessageBundles.get(ShellMessages.class, Localized.Literal.of(((Locale) language).toLanguageTag()));
    }
}
