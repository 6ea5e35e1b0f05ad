package dev.foyer.blackbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * For those who sit at a desk, in front of a page or of {@code foyerctl}: they kill nobody, so they share a second
 * {@link SharedFoyer}, one class after the other, beside the classes that do. {@code LeakIT} asks for it, too.
 */
@Target({ElementType.TYPE, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedFoyer.Lender.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the Foyer of the desks")
@interface DeskFoyer {}
