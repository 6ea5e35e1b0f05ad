package dev.foyer.gateway.page;

import java.util.Set;

/**
 * A page that exists, for the navigation: whoever has one produces a bean of this. The same roles stand at its class.
 *
 * @param roles one of them is enough
 */
record NavEntry(Section section, Set<String> roles) {

    static NavEntry of(Section section, String... roles) {
        return new NavEntry(section, Set.of(roles));
    }
}
