package dev.foyer.local.demo;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All steps in their order, and how it went. */
public final class Story {

    private final Console console;
    private final List<Played> played = new ArrayList<>();

    private record Played(String title, Duration time, boolean well) {}

    /** @param console where it is told what happens */
    public Story(Console console) {
        this.console = console;
    }

    /** The steps, each relying on those before it; the last one also runs after a failure. */
    public static List<Step> steps() {
        return List.of(
                new CleanSlate(),
                new EnableUser(),
                new WelcomeMail(),
                new PinIsMasked(),
                new TwoCallersWait(),
                new WrongPin(),
                new OrganizerOpens(),
                new LaterCaller(),
                new ResetPin(),
                new OldPinFails(),
                new AddressNeedsSendEmail(),
                new PinLength(),
                new HeldMail(),
                new HeldMailIsSuperseded(),
                new BadRequests(),
                new PutBack());
    }

    /** Plays until a step fails; true when none did. */
    public boolean play(Cast cast) {
        Stage stage = new Stage(cast, console);
        List<Step> steps = steps();
        boolean well = steps.subList(0, steps.size() - 1).stream().allMatch(step -> play(step, stage));
        boolean putBack = play(steps.getLast(), stage);
        sayTimes(well && putBack);
        return well && putBack;
    }

    private boolean play(Step step, Stage stage) {
        console.say((played.size() + 1) + ". " + step.title());
        Instant start = Instant.now();
        boolean well = true;
        try {
            step.play(stage);
        } catch (StepFailed | CannotRun e) {
            well = false;
            console.say("    NOT AS IT SHOULD BE: " + e.getMessage());
        }
        played.add(new Played(step.title(), Duration.between(start, Instant.now()), well));
        return well;
    }

    private void sayTimes(boolean well) {
        console.say("");
        for (Played step : played) {
            console.say(String.format(
                    Locale.ROOT,
                    "%7d ms  %-6s %s",
                    step.time().toMillis(),
                    step.well() ? "ok" : "FAILED",
                    step.title()));
        }
        long all = played.stream().mapToLong(step -> step.time().toMillis()).sum();
        console.say(
                String.format(Locale.ROOT, "%7d ms  %s", all, well ? "all as it should be" : "NOT as it should be"));
    }
}
