package dev.foyer.blackbox;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits in a browser's page, and says what it waited for and what was there instead. */
record Until(Page page) {

    private static final String SHOWN = """
            () => {
              const copy = (document.querySelector('main') ?? document.body).cloneNode(true);
              copy.querySelectorAll('[data-once], script, style, template, svg').forEach((one) => one.remove());
              return copy.textContent.replace(/\\s+/g, ' ').slice(0, 2000);
            }""";

    /** @param what is looked at, as a person would say it */
    <T> void is(T wanted, String what, Supplier<T> seen) {
        AtomicReference<T> last = new AtomicReference<>();
        try {
            page.waitForCondition(() -> {
                last.set(seen.get());
                return wanted.equals(last.get());
            });
        } catch (TimeoutError e) {
            throw late(what + " is " + last + " and not " + wanted, e);
        }
    }

    /** @param what is not so as long as it does not hold */
    void holds(String what, BooleanSupplier condition) {
        try {
            page.waitForCondition(condition);
        } catch (TimeoutError e) {
            throw late("This did not come: " + what, e);
        }
    }

    /** Where it is, and what somebody would read there, without what is for one reader, one time. */
    String shown() {
        return page.url() + " shows: " + page.evaluate(SHOWN);
    }

    private AssertionError late(String what, TimeoutError e) {
        return new AssertionError(what + "; " + shown(), e);
    }
}
