package dev.foyer.gateway.api;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** With which status an operation succeeds where its method says so: the generator of the document does not look there. Immutable. */
final class AnsweredStatus {

    private static final DotName SAYS_SO = DotName.createSimple("org.jboss.resteasy.reactive.ResponseStatus");
    private static final String USUAL = "200";

    private final Map<String, String> statuses = new HashMap<>();

    /** @param classes of the gateway */
    AnsweredStatus(IndexView classes) {
        for (AnnotationInstance status : classes.getAnnotations(SAYS_SO)) {
            if (status.target().kind() == AnnotationTarget.Kind.METHOD) {
                MethodInfo method = status.target().asMethod();
                statuses.put(
                        method.declaringClass().simpleName() + "_" + method.name(),
                        Integer.toString(status.value().asInt()));
            }
        }
    }

    /** @param operation as it was generated, with that id */
    void correct(Operation operation) {
        String status = statuses.get(operation.getOperationId());
        APIResponses responses = operation.getResponses();
        APIResponse usual = responses.getAPIResponse(USUAL);
        if (status == null || usual == null || responses.getAPIResponse(status) != null) {
            return;
        }
        responses.removeAPIResponse(USUAL);
        responses.addAPIResponse(status, usual.description(status.equals("201") ? "It is made" : "It is under way"));
    }
}
