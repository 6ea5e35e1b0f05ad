package dev.foyer.gateway.index;

import java.io.IOException;
import org.apache.lucene.store.Directory;

/** Where the index lies. */
@FunctionalInterface
interface IndexFolder {

    /** Opens it for one session; made anew when it is gone. */
    Directory open() throws IOException;
}
