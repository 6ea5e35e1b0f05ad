package dev.foyer.local.demo;

/** One thing that happens. Steps rely on those before them, through the {@link Stage}. */
public interface Step {

    /** What happens, in a few words. */
    String title();

    /** Makes it happen and checks it; throws {@link StepFailed} when it is not as it should be. */
    void play(Stage stage);
}
