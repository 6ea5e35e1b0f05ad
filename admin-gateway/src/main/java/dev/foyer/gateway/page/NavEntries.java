package dev.foyer.gateway.page;

import dev.foyer.gateway.api.Roles;
import jakarta.enterprise.inject.Produces;

/** The entries of pages that stand here; a page may as well produce its own. */
class NavEntries {

    @Produces
    NavEntry users() {
        return NavEntry.of(Section.USERS, Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR);
    }

    @Produces
    NavEntry letters() {
        return NavEntry.of(Section.LETTERS, Roles.ADMIN, Roles.AUDITOR);
    }

    @Produces
    NavEntry scans() {
        return NavEntry.of(Section.SCANS, Roles.ADMIN, Roles.AUDITOR);
    }
}
