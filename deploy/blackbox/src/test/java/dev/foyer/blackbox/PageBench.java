package dev.foyer.blackbox;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Repository;
import dev.foyer.proof.bench.Report;
import dev.foyer.proof.bench.Row;
import dev.foyer.proof.bench.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How fast the administrators' page is with many users, as a browser sees it: from a click or a key until the answer is painted. No
 * test: {@code ./foyer bench page} runs it alone, on what {@code package} made.
 */
class PageBench {

    /** Services as they run, not as tests start them. */
    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer("-XX:TieredStopAtLevel=4");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final int USERS = Integer.getInteger("page.users", 100_000);
    private static final int ENABLED = 2_000;
    private static final int BATCH = 10_000;
    private static final int ROUNDS = 40;
    private static final int WARMING = 20;
    private static final int FEW = 7;
    private static final String DIRECTORY = "in.contoso.com.directory";
    /** A figure of many rounds, in milliseconds. */
    private record Timed(String name, double p50, double p95) implements Row {

        static Timed of(String name, List<Double> millis) {
            List<Double> sorted = millis.stream().sorted().toList();
            return new Timed(name, sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100));
        }

        @Override
        public String line() {
            return String.format(Locale.ROOT, "%-60s p50 %6.0f ms, p95 %6.0f ms", name, p50, p95);
        }
    }

    private final Map<String, Timed> timed = new LinkedHashMap<>();
    private BlackBox foyer;
    private Cast cast;

    @Test
    void measure() {
        foyer = OWN.foyer();
        cast = foyer.cast();
        fill();
        double weight;
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            pages(window);
            search(page);
            filters(page);
            panes(page);
            weight = firstLoad(window);
        }
        steps();
        others();
        resets();
        Report report = new Report(List.copyOf(timed.values()), targets(weight));
        Home home = Home.of(System.getenv(), Repository.find());
        report.write(home.root().resolve("bench").resolve("page.json"), Map.of("bench", "page", "users", USERS));
        timed.values().forEach(row -> System.out.println(row.line()));
        report.print();
    }

    private List<Target> targets(double weight) {
        List<Target> targets = new ArrayList<>();
        for (String name : List.of("list", "next page", "search, after the pause", "filter")) {
            targets.add(Target.atMost(name + ", p95, ms", timed.get(name).p95(), 200));
        }
        targets.add(Target.atMost(
                "search, from the last key, p95, ms",
                timed.get("search, from the last key").p95(),
                200));
        targets.add(Target.atMost(
                "what another did shows, p95, ms",
                timed.get("what another did shows").p95(),
                1_000));
        targets.add(Target.atMost(
                "what another reset shows, p95, ms",
                timed.get("what another reset shows").p95(),
                1_000));
        targets.add(Target.atMost("first load, kB", weight / 1_000, 150));
        return targets;
    }

    private void fill() {
        say("UserProvisioned", USERS, BenchPeople::profile);
        Awaitility.await().atMost(Duration.ofMinutes(8)).until(() -> total("") >= USERS);
        cast.admin().patch("/api/v1/settings", Map.of("automaticallySendEmailsToUsers", false));
        say("LicenseAssigned", ENABLED, id -> "{\"userId\":\"%s\"}".formatted(id));
        Awaitility.await().atMost(Duration.ofMinutes(8)).until(() -> total("?state=enabled") >= ENABLED);
        System.out.println(USERS + " users, " + ENABLED + " of them enabled");
    }

    private int total(String query) {
        return cast.admin().get("/api/v1/users" + query).at("total").asInt();
    }

    private void say(String what, int many, UnaryOperator<String> json) {
        for (int from = 0; from < many; from += BATCH) {
            Map<String, String> batch = new LinkedHashMap<>();
            for (int n = from; n < Math.min(many, from + BATCH); n++) {
                batch.put("bench-" + n, json.apply("bench-" + n));
            }
            foyer.topics().sayAll(DIRECTORY, "foyer.directory." + what + ".v1", batch);
        }
    }

    private void pages(Window window) {
        time("list", round -> {
            window.to("admin/users?size=" + (round % 2 == 0 ? "25" : "50"));
            return number(window.page().evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"));
        });
        window.to("admin/users");
        time("next page", round -> click(window.page(), "[rel=next]", "#found"));
    }

    /** From the last key, and without the pause in which somebody might type another. */
    private void search(Page page) {
        page.navigate(foyer.page() + "admin/users");
        List<Double> asked = new ArrayList<>();
        time("search, from the last key", round -> {
            String wanted = BenchPeople.name(round * 977 % USERS);
            String typed = wanted.substring(0, 3 + round % (wanted.length() - 3));
            Map<?, ?> took = (Map<?, ?>) page.evaluate("""
                    async typed => {
                      const q = document.getElementById('q');
                      const asked = new Promise(resolve => document.addEventListener('htmx:beforeRequest',
                        event => event.detail.elt.id === 'search' && resolve(performance.now())));
                      const shown = new Promise(resolve => document.addEventListener('htmx:afterSettle',
                        event => document.getElementById('found').dataset.q === typed && resolve()));
                      const began = performance.now();
                      q.value = typed;
                      q.dispatchEvent(new Event('input', { bubbles: true }));
                      await shown;
                      await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
                      const ended = performance.now();
                      return { all: ended - began, asked: ended - await asked };
                    }""", typed);
            asked.add(number(took.get("asked")));
            return number(took.get("all"));
        });
        add("search, after the pause", asked.subList(WARMING, asked.size()));
    }

    private void filters(Page page) {
        page.navigate(foyer.page() + "admin/users");
        time("filter", round -> click(page, ".facets a:nth-of-type(" + (1 + round % 5) + ")", "#found"));
    }

    private void panes(Page page) {
        page.navigate(foyer.page() + "admin/users?state=enabled");
        time("open a user", round -> click(page, "tbody tr:nth-child(" + (1 + round % 25) + ") th a", "#pane"));
    }

    /** From the click until the new part is painted. */
    private static double click(Page page, String what, String part) {
        return number(page.evaluate("""
                async ([what, part]) => {
                  const before = document.querySelector(part);
                  const began = performance.now();
                  document.querySelector(what).click();
                  while (document.querySelector(part) === before) {
                    await new Promise(resolve => requestAnimationFrame(resolve));
                  }
                  await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
                  return performance.now() - began;
                }""", List.of(what, part)));
    }

    /** All that a browser loads that was never here: what it was sent, heads and bodies. */
    private double firstLoad(Window window) {
        List<Double> weights = new ArrayList<>();
        time("first load", round -> {
            NewContextOptions signedIn =
                    new NewContextOptions().setStorageState(window.context().storageState());
            try (Window fresh = Window.open(foyer, CHROMIUM, signedIn)) {
                fresh.to("admin/users").listening();
                weights.add(number(fresh.page().evaluate("""
                        [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                          .filter(one => one.initiatorType !== 'xmlhttprequest')
                          .map(one => one.transferSize).reduce((sum, one) => sum + one, 0)""")));
                return number(fresh.page().evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"));
            }
        });
        return weights.stream().mapToDouble(one -> one).max().orElseThrow();
    }

    /** Sign in, find, select, reset, until the PIN is there: what of it is the machine's time, as nobody thinks or aims. */
    private void steps() {
        List<Double> all = new ArrayList<>();
        for (int round = 0; round < FEW; round++) {
            try (Window window = Window.open(foyer, CHROMIUM)) {
                Page page = window.page();
                window.to("admin/sign-in");
                long began = System.nanoTime();
                window.fill("admin", foyer.account("admin").password());
                page.waitForURL("**/admin/users");
                String name = BenchPeople.name(100 + round); // whole: of those that begin like it few are enabled
                page.locator("#q").fill(name);
                page.locator("#found[data-q='%1$s'] tbody th a:text-is('%1$s')".formatted(name))
                        .click();
                window.link("Reset PIN").click();
                window.button("Reset PIN").click();
                page.locator("#fresh").waitFor();
                all.add((System.nanoTime() - began) / 1e6);
            }
        }
        add("the four steps without thinking", all);
    }

    /** One locks and unlocks, another looks: from the answer that the one sees until the other sees it. */
    private void others() {
        try (Window looks = Window.of("admin", foyer, CHROMIUM);
                Window acts = Window.of("admin", foyer, CHROMIUM)) {
            String here = "admin/users/bench-7?q=bench-7";
            looks.to(here).listening();
            acts.to(here).listening();
            time("what another did shows", round -> {
                boolean locks = round % 2 == 0;
                String shows = locks ? "unlock" : "lock";
                looks.page().evaluate("""
                        shows => { window.seen = new Promise(resolve => {
                          const look = () => document.querySelector(`#pane [data-offer="${shows}"]`)
                            ? resolve(Date.now()) : requestAnimationFrame(look);
                          look(); }); }""", shows);
                acts.link(locks ? "Lock PIN" : "Unlock PIN").click();
                acts.button(locks ? "Lock" : "Unlock").click();
                acts.pane().locator("[data-offer='" + shows + "']").waitFor();
                double answered = number(acts.page().evaluate("Date.now()"));
                return Math.max(0, number(looks.page().evaluate("window.seen")) - answered);
            });
        }
    }

    /** The same of a reset; few, as a user gets no more than ten PINs in an hour. */
    private void resets() {
        List<Double> all = new ArrayList<>();
        try (Window looks = Window.of("admin", foyer, CHROMIUM);
                Window acts = Window.of("admin", foyer, CHROMIUM)) {
            looks.to("admin/users/bench-8").listening();
            for (int round = 0; round < FEW; round++) {
                acts.to("admin/users/bench-8");
                looks.page().evaluate("""
                        () => { const set = () => [...document.querySelectorAll('#pane dd time')].map(one => one.dateTime).join();
                          const before = set();
                          window.seen = new Promise(resolve => {
                            const look = () => set() === before ? requestAnimationFrame(look) : resolve(Date.now());
                            look(); }); }""");
                acts.link("Reset PIN").click();
                acts.button("Reset PIN").click();
                acts.page().locator("#fresh").waitFor();
                double answered = number(acts.page().evaluate("Date.now()"));
                all.add(Math.max(0, number(looks.page().evaluate("window.seen")) - answered));
            }
        }
        add("what another reset shows", all);
    }

    /** One round. */
    private interface Round {
        double millis(int round);
    }

    private void time(String name, Round round) {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < WARMING + ROUNDS; i++) {
            all.add(round.millis(i));
        }
        add(name, all.subList(WARMING, all.size()));
    }

    private void add(String name, List<Double> millis) {
        timed.put(name, Timed.of(name, millis));
    }

    private static double number(Object evaluated) {
        return ((Number) evaluated).doubleValue();
    }
}
