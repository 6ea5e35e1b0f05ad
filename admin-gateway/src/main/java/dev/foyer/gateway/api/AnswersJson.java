package dev.foyer.gateway.api;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * On methods that differ in nothing but what they consume: the framework chooses among them without a look at what they produce, so
 * {@link AnswersJsonFilter} does, before anything is done.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface AnswersJson {}
