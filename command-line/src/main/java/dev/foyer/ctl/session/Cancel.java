package dev.foyer.ctl.session;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C: what is under way is finished, and nothing more begun. */
public final class Cancel {

    private volatile CountDownLatch pressed = new CountDownLatch(1);
    private volatile Runnable also = () -> {};

    /** Somebody pressed it; true for the second time, when waiting politely is not enough. */
    public boolean press() {
        boolean again = isPressed();
        pressed.countDown();
        also.run();
        return again;
    }

    /** Whether somebody did. */
    public boolean isPressed() {
        return pressed.getCount() == 0;
    }

    /** For the next line. */
    public void reset() {
        pressed = new CountDownLatch(1);
        also = () -> {};
    }

    /** What else is to be done when somebody does, in this line: whoever waits for another's word cannot look. */
    public void whenPressed(Runnable hook) {
        also = hook;
    }

    /** Throws when somebody did. */
    public void check() {
        if (isPressed()) {
            throw new CtlException(ExitCode.STOPPED, "Stopped.");
        }
    }

    /** Waits; throws as soon as somebody does. */
    public void pause(long millis) {
        try {
            if (pressed.await(millis, TimeUnit.MILLISECONDS)) {
                check();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CtlException(ExitCode.STOPPED, "Stopped.");
        }
    }
}
