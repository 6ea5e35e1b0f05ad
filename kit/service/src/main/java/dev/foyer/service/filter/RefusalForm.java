package dev.foyer.service.filter;

import dev.foyer.base.Problem;

/** How a refusal is written at addresses whose clients read another form than {@code application/problem+json}. */
public interface RefusalForm {

    /** The type of the answer's body. */
    String contentType();

    /** The answer's body. */
    String body(Problem problem);
}
