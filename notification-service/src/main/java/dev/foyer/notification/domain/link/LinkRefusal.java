package dev.foyer.notification.domain.link;

/** Why a link is not made. */
public sealed interface LinkRefusal {

    /** It leads to another mail. */
    record LeadsElsewhere() implements LinkRefusal {}
}
