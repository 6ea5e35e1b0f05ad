package dev.foyer.gateway.page;

import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.accounts.Identities;
import dev.foyer.gateway.signin.SignInConfig;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What stands around every page: templates call it {@code cdi:shell}, so pages need not hand it on. */
@Named("shell")
@RequestScoped
public class Shell {

    @Inject
    SecurityIdentity identity;

    @Inject
    RoutingContext routing;

    @Inject
    Instance<NavEntry> pages;

    @Inject
    Look look;

    @Inject
    SignInConfig sessions;

    /** An entry of the navigation. */
    public record Link(Section section, boolean current) {
        /** For style sheet and icon. */
        public String id() {
            return section.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who has signed in. */
    public String account() {
        return known().name();
    }

    public String tenant() {
        return known().tenant();
    }

    /** The pages that there are and that this account may see. */
    public List<Link> links() {
        String path = routing.normalizedPath();
        return pages.stream()
                .filter(page -> !Collections.disjoint(page.roles(), known().roles()))
                .map(NavEntry::section)
                .sorted(Comparator.naturalOrder())
                .map(section -> new Link(section, section.has(path)))
                .toList();
    }

    /** As in {@code lang}. */
    public String language() {
        return look.language(routing.request()).toLanguageTag();
    }

    /** All that there are. */
    public List<Locale> languages() {
        return look.languages();
    }

    public Theme theme() {
        return look.theme(routing.request());
    }

    /** Whether a key alone does something. */
    public boolean singleKeys() {
        return look.singleKeys(routing.request());
    }

    /** All that one can choose. */
    public List<Theme> themes() {
        return List.of(Theme.values());
    }

    /** The present address, to come back to; of a form that was sent, where it was sent from is as good. */
    public String here() {
        return Onward.to(routing.request().uri());
    }

    /**
     * Whether it is a page and not a part of one. Parts are asked for by a script; a browser reads {@code noscript} in them as if it had
     * none.
     */
    public boolean whole() {
        return routing.request().getHeader("HX-Request") == null;
    }

    /** Seconds after which a session without a request ends. */
    public long idle() {
        return sessions.sessionIdle().toSeconds();
    }

    private Account known() {
        return Identities.account(identity);
    }
}
