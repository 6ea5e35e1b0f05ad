package dev.foyer.local.demo;

/** Something is not as the product promises. The sentence never holds a PIN. */
public final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    StepFailed(String sentence) {
        super(sentence);
    }
}
