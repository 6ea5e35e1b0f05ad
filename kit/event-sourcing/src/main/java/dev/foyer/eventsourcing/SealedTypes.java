package dev.foyer.eventsourcing;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Teaches Jackson what the compiler knows: which records a sealed type permits. Names are the records' simple names. */
final class SealedTypes extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    private static final JsonTypeInfo.Value BY_NAME =
            JsonTypeInfo.Value.construct(JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "@type", null, false, true);

    @Override
    public JsonTypeInfo.Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        boolean ofSealedType = annotated instanceof AnnotatedClass && sealedAbove(annotated.getRawType());
        return ofSealedType ? BY_NAME : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public List<NamedType> findSubtypes(Annotated annotated) {
        Class<?> type = annotated.getRawType();
        return type.isSealed() ? leaves(type) : super.findSubtypes(annotated);
    }

    @Override
    public String findTypeName(AnnotatedClass annotated) {
        return sealedAbove(annotated.getRawType()) ? annotated.getRawType().getSimpleName() : null;
    }

    private static boolean sealedAbove(Class<?> type) {
        return type.isSealed() || Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    }

    private static List<NamedType> leaves(Class<?> type) {
        List<NamedType> all = new ArrayList<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                all.addAll(leaves(permitted));
            } else {
                all.add(new NamedType(permitted, permitted.getSimpleName()));
            }
        }
        return all;
    }
}
