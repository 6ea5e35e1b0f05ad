package dev.foyer.gateway.page;

import java.util.List;

/**
 * What the page behind a view-once link shows. Prints nothing of it.
 *
 * @param language BCP 47, of all its sentences
 * @param digits the PIN, in the one answer that shows it, else {@code null}
 * @param button what is written on it, or {@code null}
 */
record LinkSheet(String language, String title, String digits, List<String> lines, String button) {
    @Override
    public String toString() {
        return "LinkSheet[]";
    }
}
