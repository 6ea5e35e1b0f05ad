package dev.foyer.blackbox;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the administrators' page looks like: each page, and what it becomes when somebody does something there. A new one is a row.
 * In braces stands what {@link PageLookIT} has made.
 */
enum LookView {
    USERS("admin/users"),
    USERS_VIEW("admin/users", page -> page.locator("[popovertarget=view]").click()),
    USERS_HELP("admin/users", page -> page.locator("[popovertarget=q-help]").click()),
    USER("admin/users/{one}"),
    USER_LOCKED("admin/users/{two}"),
    USER_RESET("admin/users/{one}/act/reset"),
    USER_CHANGE("admin/users/{one}/act/change"),
    USER_MOVE("admin/users/{one}/act/move"),
    USER_INFORM("admin/users/{one}/act/inform"),
    USER_LOCK("admin/users/{one}/act/lock"),
    USER_UNLOCK("admin/users/{two}/act/unlock"),
    USER_ENABLE("admin/users/{off}/act/enable"),
    USER_OFF("admin/users/{one}/act/disable"),
    NOBODY("admin/users?q=nobody-is-called-so"),
    NO_SUCH_USER("admin/users/nobody-is-called-so"),
    SCANS("admin/scans"),
    OVERVIEW("admin/overview", page -> page.locator(".plot canvas").first().waitFor()),
    DELIVERIES("admin/deliveries"),
    DELIVERY("admin/deliveries/{held}"),
    DELIVERY_REVEALED("admin/deliveries/{reveal}", page -> {
        page.locator("#pane form[action$='/reveal'] button").click();
        page.locator("#pane [data-once]").first().waitFor();
    }),
    PREVIEW("admin/deliveries/preview?kind=PIN_RESET&lang=it"),
    MEETINGS("admin/meetings"),
    MEETING("admin/meetings/{lobby}"),
    SETTINGS("admin/settings"),
    SETTING("admin/settings/pinLength"),
    SETTING_SURE("admin/settings/supportContact", page -> {
        page.locator("#value").fill("help@contoso.com");
        page.locator("#pane form.action button.primary").click();
        page.locator("#pane .changes").waitFor();
    }),
    SETTING_REFUSED("admin/settings/pinLength", page -> {
        page.locator("#value").fill("3");
        page.locator("#pane form.action button.primary").click();
        page.locator("#pane .changes").waitFor();
        page.locator("#pane form.action button.primary").click();
        page.locator("#pane [role=alert]").waitFor();
    }),
    SETTING_NUMBERS("admin/settings/serviceNumbers"),
    SETTING_SENDER("admin/settings/sender"),
    SETTING_SWITCHES("admin/settings/emailSwitches"),
    WEBHOOKS(
            "admin/settings/webhooks",
            page -> page.locator("details.action > summary").click()),
    WEBHOOK("admin/settings/webhooks/{hook}"),
    WEBHOOK_SECRET("admin/settings/webhooks/{hook}", page -> {
        page.locator("#hook-rotate-button").click();
        page.locator("#pane .fresh").waitFor();
    }),
    TOKENS("admin/settings/scim-tokens"),
    TOKEN_MADE("admin/settings/scim-tokens", page -> {
        page.locator("form.steps input[name=name]").fill("Look");
        page.locator("form.steps button[type=submit]").click();
        page.locator("[data-once]").first().waitFor();
    }),
    BULK("admin/bulk"),
    BULK_NEW("admin/bulk/new?q={one}"),
    BULK_RUN("admin/bulk/{campaign}"),
    LETTERS("admin/dead-letters?view=all"),
    LETTER("admin/dead-letters/{letter}?view=all"),
    LETTERS_REPLAY("admin/dead-letters?view=waiting", page -> {
        page.locator("#replay-all").click();
        page.locator("#pane .counted").waitFor();
    }),
    AUDIT("admin/audit"),
    TIMELINE("admin/audit/users/{one}"),
    TIMELINE_THEN("admin/audit/users/{one}?asOf={event}"),
    IDLE("admin/users", page -> page.evaluate("document.getElementById('idle').showModal()")),
    SIGNED_OUT("admin/users", page -> page.evaluate("document.getElementById('over').showModal()")),
    DOCUMENTS("docs");

    private final String path;
    private final Consumer<Page> prepare;

    LookView(String path) {
        this(path, page -> {});
    }

    LookView(String path, Consumer<Page> prepare) {
        this.path = path;
        this.prepare = prepare;
    }

    /** Whether something is shown that is for one reader, one time: of that there is no picture. */
    boolean isSecret() {
        return this == DELIVERY_REVEALED || this == WEBHOOK_SECRET || this == TOKEN_MADE;
    }

    /** @param made what stands in braces, by its name */
    void open(Window window, Map<String, String> made) {
        String to = path;
        for (Map.Entry<String, String> one : made.entrySet()) {
            to = to.replace("{" + one.getKey() + "}", one.getValue());
        }
        window.to(to);
        prepare.accept(window.page());
    }
}
