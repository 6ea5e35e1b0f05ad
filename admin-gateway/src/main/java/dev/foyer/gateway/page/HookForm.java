package dev.foyer.gateway.page;

import java.util.List;
import java.util.Objects;

/** What somebody filled in to add a webhook; the empty form before they did. */
record HookForm(String url, List<String> types, String description) {

    static final HookForm EMPTY = new HookForm("", List.of(), "");

    HookForm {
        url = Objects.requireNonNullElse(url, "").strip();
        types = types == null ? List.of() : List.copyOf(types);
        description = Objects.requireNonNullElse(description, "").strip();
    }

    public boolean has(String type) {
        return types.contains(type);
    }
}
