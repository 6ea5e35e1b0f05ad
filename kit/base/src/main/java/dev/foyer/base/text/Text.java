package dev.foyer.base.text;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Of which kind the text of a field is, or all texts of a list: others are not read, and what is read is in its one form. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@JacksonAnnotationsInside
@JsonDeserialize(using = TextReader.class)
public @interface Text {

    /** The rule. */
    TextKind value();

    /** Whether a blank text is the same as none at all, as many systems write it. */
    boolean blankIsNone() default false;
}
