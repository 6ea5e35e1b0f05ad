package dev.foyer.gateway.api;

import dev.foyer.base.text.Ids;
import dev.foyer.gateway.scans.Scans;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;

/** An administrator says that a suspected scan was nothing; for the API and the page. */
@RequestScoped
public class ScanClearing {

    private static final Pattern SOURCE = Pattern.compile("(number|withheld|account)\\." + Ids.ACCOUNT);

    @Inject
    ApiRequest request;

    @Inject
    Scans scans;

    @Inject
    ReadYourWrites readYourWrites;

    /** @throws dev.foyer.base.Problem.ProblemException 404 when nothing is held against the source */
    public void clear(String source) {
        if (!SOURCE.matcher(source).matches()) {
            throw Problems.scanNotFound().exception();
        }
        readYourWrites.await(scans.clear(request.command(new KeyScope("clear-scan", source), null), source));
    }
}
