package dev.foyer.base.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A text in JSON that is not what it should be; its path says where. */
public final class TextMistake extends JsonMappingException {

    private final transient TextRefused refused;

    TextMistake(JsonParser parser, TextRefused refused) {
        super(parser, refused.getMessage());
        this.refused = refused;
    }

    /** What is wrong. */
    public TextRefused refused() {
        return refused;
    }
}
