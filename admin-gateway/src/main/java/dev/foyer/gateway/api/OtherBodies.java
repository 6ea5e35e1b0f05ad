package dev.foyer.gateway.api;

import dev.foyer.gateway.export.Export;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** What no annotation says of the bodies of requests: which may be left out, and in which other type one may be sent. Immutable. */
final class OtherBodies {

    private static final DotName BODIES = DotName.createSimple(Bodies.class);

    /** Operations that take a list of users as a file, with all else as parameters. */
    private static final Map<String, List<String>> AS_A_FILE =
            Map.of("campaignsBegin", List.of("action", "perSecond", "dryRun"));

    private static final String FILE = "userPrincipalName\r\namos.marble@contoso.com\r\nben.walters@contoso.com\r\n";

    private final Set<String> withNothing;

    /** @param classes of the gateway */
    OtherBodies(IndexView classes) {
        withNothing = classes.getKnownClasses().stream()
                .filter(each -> BODIES.equals(each.enclosingClass()))
                .filter(OtherBodies::hasOneForNone)
                .map(each -> "#/components/schemas/" + each.simpleName())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those that resources read when there is no body have a constant of their own type for it. */
    private static boolean hasOneForNone(ClassInfo body) {
        return body.fields().stream()
                .anyMatch(field ->
                        Modifier.isStatic(field.flags()) && field.type().name().equals(body.name()));
    }

    /** @param operation with its name for programs */
    void describe(Operation operation) {
        RequestBody body = operation.getRequestBody();
        if (body == null || body.getContent() == null) {
            return;
        }
        if (body.getContent().getMediaTypes().values().stream()
                .anyMatch(type -> type.getSchema() != null
                        && withNothing.contains(String.valueOf(type.getSchema().getRef())))) {
            body.setRequired(false);
        }
        List<String> parameters = AS_A_FILE.getOrDefault(operation.getOperationId(), List.of());
        if (!parameters.isEmpty()) {
            body.getContent()
                    .addMediaType(
                            Export.CSV,
                            OASFactory.createMediaType()
                                    .example(FILE)
                                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        }
        parameters.forEach(name -> operation.addParameter(OASFactory.createParameter()
                .in(Parameter.In.QUERY)
                .name(name)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))));
    }
}
