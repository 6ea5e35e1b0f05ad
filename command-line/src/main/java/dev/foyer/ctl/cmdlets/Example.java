package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.ExitCode;

/**
 * How a cmdlet is used, or what it refuses; each is run by the test of the transcripts.
 *
 * @param words what it does
 * @param code how it ends
 */
public record Example(String line, String words, ExitCode code) {

    /** One that is done. */
    public Example(String line, String words) {
        this(line, words, ExitCode.DONE);
    }

    /** Whether it is done. */
    public boolean isDone() {
        return code == ExitCode.DONE;
    }
}
