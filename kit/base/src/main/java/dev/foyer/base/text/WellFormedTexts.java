package dev.foyer.base.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Map;

/** Lets no JSON in that has a text that is no Unicode, wherever it stands. */
public final class WellFormedTexts {

    private WellFormedTexts() {}

    /** For mappers that read what others write: into texts, and into trees. */
    public static SimpleModule module() {
        return new SimpleModule("well-formed texts")
                .addDeserializer(String.class, new OfText())
                .addDeserializer(JsonNode.class, new OfTree());
    }

    /** @throws TextRefused when a text or a field's name anywhere in it is no Unicode */
    public static void check(JsonNode tree) {
        if (tree.isTextual()) {
            TextKind.checkWellFormed(tree.textValue());
        } else if (tree.isObject()) {
            for (Map.Entry<String, JsonNode> field : tree.properties()) {
                TextKind.checkWellFormed(field.getKey());
                check(field.getValue());
            }
        } else if (tree.isArray()) {
            tree.forEach(WellFormedTexts::check);
        }
    }

    private static final class OfText extends StdDeserializer<String> {

        OfText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            try {
                TextKind.checkWellFormed(text);
                return text;
            } catch (TextRefused e) {
                throw new TextMistake(parser, e);
            }
        }

        @Override
        public Object getEmptyValue(DeserializationContext context) {
            return "";
        }
    }

    private static final class OfTree extends StdDeserializer<JsonNode> {

        private static final com.fasterxml.jackson.databind.JsonDeserializer<? extends JsonNode> USUAL =
                JsonNodeDeserializer.getDeserializer(JsonNode.class);

        OfTree() {
            super(JsonNode.class);
        }

        @Override
        public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode tree = USUAL.deserialize(parser, context);
            try {
                check(tree);
                return tree;
            } catch (TextRefused e) {
                throw new TextMistake(parser, e);
            }
        }

        @Override
        public JsonNode getNullValue(DeserializationContext context)
                throws com.fasterxml.jackson.databind.JsonMappingException {
            return USUAL.getNullValue(context);
        }
    }
}
