package dev.foyer.blackbox;

import com.microsoft.playwright.Locator;

/** How somebody without a mouse gets anywhere: by Tab, step by step, from where one is. */
record Keyboard(Window window) {

    /** More steps than any page has. */
    private static final int FAR = 150;

    void enter(Locator wanted) {
        press(wanted, "Enter");
    }

    void press(Locator wanted, String key) {
        reach(wanted);
        window.page().keyboard().press(key);
    }

    void type(Locator wanted, String text) {
        reach(wanted);
        window.page().keyboard().type(text);
    }

    void reach(Locator wanted) {
        wanted.waitFor();
        for (int step = 0; step < FAR; step++) {
            if (isFocused(wanted)) {
                return;
            }
            window.page().keyboard().press("Tab");
        }
        throw new AssertionError("Cannot be reached by Tab: " + wanted);
    }

    static boolean isFocused(Locator wanted) {
        return (boolean) wanted.evaluate("element => element === document.activeElement");
    }
}
