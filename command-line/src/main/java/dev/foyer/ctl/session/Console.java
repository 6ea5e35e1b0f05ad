package dev.foyer.ctl.session;

import java.io.PrintWriter;
import java.util.Optional;

/** Where is written and asked. Objects go to {@code out}, all else to {@code err}, so that a file gets objects only. */
public interface Console {

    PrintWriter out();

    PrintWriter err();

    /** Whether {@code out} is a terminal that shows colours. */
    boolean colours();

    /** Whether {@code err} is a terminal, which may be overwritten. */
    boolean interactive();

    /** Columns. */
    int width();

    /** Empty: nobody is there to answer. */
    Optional<String> ask(String question);

    /** The same without echo. */
    Optional<String> askSecret(String question);

    /** A sentence that is no object. */
    default void warn(String sentence) {
        err().println("WARNING: " + sentence);
        err().flush();
    }

    /** A sentence that is no object. */
    default void say(String sentence) {
        err().println(sentence);
        err().flush();
    }
}
