package dev.foyer.gateway.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** Messages for what is said from Java, in the language of the request. */
@RequestScoped
class Words {

    @Inject
    Look look;

    @Inject
    RoutingContext routing;

    <T> T of(Class<T> bundle) {
        return MessageBundles.get(bundle, Localized.Literal.of(language().toLanguageTag()));
    }

    /** A number for a message. */
    String grouped(long number) {
        return Local.grouped(number, language());
    }

    private Locale language() {
        return look.language(routing.request());
    }
}
