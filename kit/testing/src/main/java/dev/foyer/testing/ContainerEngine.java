package dev.foyer.testing;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * With {@code -Dbroker=container} tests of whole services use Kafka in a container. Where there is no engine, or no image, they are skipped
 * and say why: whoever asks for containers does not want to be told of the broker in the JVM.
 */
public final class ContainerEngine implements ExecutionCondition {

    private static final String SWITCH = "broker";

    /** Whether the broker is to be in a container. */
    static boolean isAsked() {
        String where = System.getProperty(SWITCH, "jvm");
        return switch (where) {
            case "jvm" -> false;
            case "container" -> true;
            default -> throw new IllegalArgumentException("-Dbroker=" + where + "; it may be jvm or container.");
        };
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!isAsked() || !isOfAService(context)) {
            return ConditionEvaluationResult.enabled("Needs no container.");
        }
        Optional<String> missing = ContainerBroker.missing();
        return missing.map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("A container engine answers."));
    }

    private static boolean isOfAService(ExtensionContext context) {
        return context.getTestClass()
                .flatMap(type -> AnnotationSupport.findAnnotation(type, QuarkusTest.class))
                .isPresent();
    }
}
