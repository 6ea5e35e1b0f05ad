package dev.foyer.base.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads fields with {@link Text}. Thread-safe. */
final class TextReader extends StdDeserializer<Object> implements ContextualDeserializer {

    private final transient Text text;
    private final boolean list;

    TextReader() {
        this(null, false);
    }

    private TextReader(Text text, boolean list) {
        super(Object.class);
        this.text = text;
        this.list = list;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        return new TextReader(
                property.getAnnotation(Text.class), property.getType().isCollectionLikeType());
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!list) {
            return one(parser, context);
        }
        if (!parser.isExpectedStartArrayToken()) {
            return context.handleUnexpectedToken(List.class, parser);
        }
        List<String> all = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String one = parser.currentToken() == JsonToken.VALUE_NULL ? null : one(parser, context);
            if (one == null) {
                throw new TextMistake(parser, new TextRefused("must not have null or blank in it"));
            }
            all.add(one);
        }
        return all;
    }

    private String one(JsonParser parser, DeserializationContext context) throws IOException {
        String given = StringDeserializer.instance.deserialize(parser, context);
        try {
            if (text.value() == TextKind.OPAQUE) {
                return text.value().orNothing(given);
            }
            if (!text.blankIsNone()) {
                return text.value().of(given);
            }
            String form = text.value().orNothing(given);
            return form.isEmpty() ? null : form;
        } catch (TextRefused e) {
            throw new TextMistake(parser, e);
        }
    }
}
