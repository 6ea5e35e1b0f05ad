package dev.foyer.gateway.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Messages for what is said from Java, in the language of the request. */
@RequestScoped
class Words {

    @Inject
    Look look;

    @Inject
    RoutingContext routing;

    <T> T of(Class<T> bundle) {
        return MessageBundles.get(
                bundle, Localized.Literal.of(look.language(routing.request()).toLanguageTag()));
    }
}
