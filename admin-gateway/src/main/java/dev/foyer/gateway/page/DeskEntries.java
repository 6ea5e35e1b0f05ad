package dev.foyer.gateway.page;

import dev.foyer.gateway.api.Roles;
import jakarta.enterprise.inject.Produces;

/** The entries of the pages beside the users, in the navigation. */
class DeskEntries {

    @Produces
    NavEntry overview() {
        return NavEntry.of(Section.OVERVIEW, Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR);
    }

    @Produces
    NavEntry deliveries() {
        return NavEntry.of(Section.DELIVERIES, Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR);
    }

    @Produces
    NavEntry meetings() {
        return NavEntry.of(Section.MEETINGS, Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR);
    }

    @Produces
    NavEntry bulk() {
        return NavEntry.of(Section.BULK, Roles.ADMIN, Roles.AUDITOR);
    }

    @Produces
    NavEntry audit() {
        return NavEntry.of(Section.AUDIT, Roles.ADMIN, Roles.AUDITOR);
    }

    @Produces
    NavEntry settings() {
        return NavEntry.of(Section.SETTINGS, Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR);
    }
}
