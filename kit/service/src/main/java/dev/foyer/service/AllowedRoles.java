package dev.foyer.service;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The roles in which the gateway may ask for this: a wrong route of the gateway gets no further than here. On a method or
 * its class, the method's wins; what has none is refused to everybody.
 */
@Retention(RUNTIME)
@Target({METHOD, TYPE})
public @interface AllowedRoles {
    /** As {@link dev.foyer.base.Roles} names them. */
    String[] value();
}
