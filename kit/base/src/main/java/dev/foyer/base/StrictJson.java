package dev.foyer.base;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.foyer.base.text.WellFormedTexts;
import java.util.List;

/**
 * Bodies mean what they say: a number is not a text, half of a character neither, "yes" is no boolean, 5.5 is not 5, and a
 * field stands once. What is absent is left out of answers.
 */
public final class StrictJson {

    private StrictJson() {}

    /** @param mapper not used yet */
    @SuppressWarnings("deprecation") // the mapper is given to us built; only its old switches are left
    public static void configure(ObjectMapper mapper) {
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.registerModule(WellFormedTexts.module());
        refuse(
                mapper,
                LogicalType.Textual,
                CoercionInputShape.Integer,
                CoercionInputShape.Float,
                CoercionInputShape.Boolean);
        refuse(
                mapper,
                LogicalType.Boolean,
                CoercionInputShape.String,
                CoercionInputShape.Integer,
                CoercionInputShape.EmptyString);
    }

    private static void refuse(ObjectMapper mapper, LogicalType wanted, CoercionInputShape... given) {
        List.of(given).forEach(shape -> mapper.coercionConfigFor(wanted).setCoercion(shape, CoercionAction.Fail));
    }
}
