package dev.foyer.service.eventsourced.peers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The one peer that may call this resource; without it that is the {@link Peer#GATEWAY}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CallableBy {

    /** Who. */
    Peer value();
}
