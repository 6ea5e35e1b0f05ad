package dev.foyer.ctl.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.client.Gateway;
import dev.foyer.ctl.client.Profile;
import dev.foyer.ctl.client.Profiles;
import dev.foyer.ctl.client.Run;
import dev.foyer.ctl.client.SignedIn;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What commands have at hand. One thread. */
public final class Session {

    private static final int A_MOMENT = 15;

    private final Console console;
    private final Folder folder;
    private final Profiles profiles;
    private final Clipboard clipboard;
    private final Cancel cancel = new Cancel();
    private final Map<Whose, JsonNode> me = new HashMap<>();
    private Options options = Options.NONE;
    private Gateway gateway;
    private Progress progress;
    private boolean bulk;

    public Session(Console console, Folder folder, Map<String, String> environment) {
        this.console = console;
        this.folder = folder;
        this.profiles = new Profiles(folder, environment);
        this.clipboard = new Clipboard(console, environment);
        this.progress = new Progress(console);
    }

    public Console console() {
        return console;
    }

    public Folder folder() {
        return folder;
    }

    public Profiles profiles() {
        return profiles;
    }

    public Clipboard clipboard() {
        return clipboard;
    }

    public Cancel cancel() {
        return cancel;
    }

    /** Of this line. */
    public Options options() {
        return options;
    }

    /** From here on the line shows its requests. */
    public void showRequests() {
        options = options.showingRequests();
    }

    /** Begins another line. */
    public void begin(Options ofLine) {
        options = ofLine;
        gateway = null;
        progress = new Progress(console);
        bulk = false;
        cancel.reset();
    }

    /** How far this line is; whoever writes to the terminal takes it away before. */
    public Progress progress() {
        return progress;
    }

    /** As whom the line says; throws when nobody is signed in. */
    public Gateway gateway() {
        if (gateway == null) {
            gateway = as(profiles.chosen(options.profile()));
        }
        return gateway;
    }

    /** As somebody else, who may not be kept yet. */
    public Gateway as(Profile profile) {
        return new Gateway(new SignedIn(profile, profiles), trace(), this::await, options.reason(), options.tenant());
    }

    /** This line is about many: it waits as long as it takes. */
    public void bulk() {
        bulk = true;
    }

    /** Waits as the gateway, or a company's provider, asks; for one user only a moment. */
    public boolean await(int seconds, String why) {
        if (seconds > A_MOMENT && !bulk) {
            return false;
        }
        progress.clear();
        if (!why.isEmpty()) {
            console.say(why + " Going on in " + seconds + " s; Ctrl-C stops.");
        }
        cancel.pause(seconds * 1000L);
        return true;
    }

    /** The account, its tenant and its roles; asked for once. */
    public JsonNode me() {
        return me.computeIfAbsent(
                new Whose(gateway().profile(), options.tenant()), _ -> gateway().get("/api/v1/me"));
    }

    /** The tenant's name. */
    public String tenant() {
        return options.tenant().orElseGet(() -> me().path("tenant").asText());
    }

    /** What an answer to that question depends on. */
    private record Whose(Profile profile, Optional<String> tenant) {}

    /** What one line changes, to be continued by the same line: of another tenant it is another one. */
    public Run run(String line) {
        String whole = line + options.tenant().map(name -> "\n--tenant " + name).orElse("");
        return Run.of(folder, gateway().profile(), whole, options.anew());
    }

    private Gateway.Trace trace() {
        return new Gateway.Trace() {
            @Override
            public void sent(String method, String url, String body) {
                if (options.verbose()) {
                    progress.clear();
                    console.say("VERBOSE: " + method + " " + url + (body == null ? "" : " " + body));
                }
            }

            @Override
            public void came(int status, long millis) {
                if (options.verbose()) {
                    progress.clear();
                    console.say("VERBOSE: " + status + " after " + millis + " ms");
                }
            }
        };
    }
}
