package dev.foyer.ctl.parser;

import java.util.List;
import java.util.stream.Collectors;

/** What stands for a parameter, or alone. */
public sealed interface Value {

    /** As one would read it aloud; a list with commas. */
    String text();

    /** Letters and digits, with or without quotes. */
    record Text(String text) implements Value {}

    /** {@code $true} or {@code $false}. */
    record Bool(boolean is) implements Value {
        @Override
        public String text() {
            return is ? "True" : "False";
        }
    }

    /** {@code $null}: none. */
    record Null() implements Value {
        @Override
        public String text() {
            return "";
        }
    }

    /** {@code a, b, c}. */
    record Several(List<Value> values) implements Value {
        @Override
        public String text() {
            return values.stream().map(Value::text).collect(Collectors.joining(","));
        }
    }

    /** What stands between braces, as it was typed. */
    record Script(String text) implements Value {}
}
