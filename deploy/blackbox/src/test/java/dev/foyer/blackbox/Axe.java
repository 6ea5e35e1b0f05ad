package dev.foyer.blackbox;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** What keeps people from reading or using a page, as far as a program sees it: WCAG 2.2, levels A and AA. */
final class Axe {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Axe() {}

    /** Without the frame of a mail: no script runs in it, and axe would wait for its own for ever. */
    static List<String> violations(Page page) {
        new Until(page)
                .is(
                        0,
                        "Places that are asked for",
                        () -> page.locator(".htmx-request").count()); // they are pale
        page.evaluate("document.querySelectorAll('iframe.mail').forEach(frame => frame.remove())");
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(Axe::said)
                        .toList();
    }

    private static String said(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
