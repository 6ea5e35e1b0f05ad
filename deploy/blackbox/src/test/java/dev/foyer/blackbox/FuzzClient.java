package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.foyer.testing.RawHttp;
import dev.foyer.testing.fuzz.OddRequests.OddRequest;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Sends odd requests, each on a connection of its own, and remembers what came of it. Thread-safe. */
final class FuzzClient {

    private static final int LIMIT_MILLIS = 2_000;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String UNKNOWN_CODING = "Transfer-Encoding: x\r\n";
    private static final String AWAY = "/admin/sign-in/away";
    private static final Pattern OPAQUE_TARGET_AT_THE_JDK = Pattern.compile(
            "\\A(?:view of the SMTP sink|tenants)[^\\n]*\\n\\S+ [A-Za-z][A-Za-z0-9+.-]*:[^/ ]\\S* HTTP/");
    private static final Pattern TWO_CODINGS_AT_THE_JDK =
            Pattern.compile("(?s)\\A(?:view of the SMTP sink|tenants).*\\nTransfer-Encoding:.*\\nTransfer-Encoding:");
    private static final Pattern WITHOUT_AN_END = Pattern.compile("/bridge/events|/live\\b");
    private static final Pattern OF_THE_API = Pattern.compile("\\A([A-Z]+) (/api/v1/[^ ]*) HTTP/1\\.1\r\n");
    private static final int BUSY = 503;
    private static final int CLOSED = 0;
    private static final int NOT_ASKED_FOR = -1;

    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
    private final Collection<String> failures = new ConcurrentLinkedQueue<>();
    private final Collection<OddRequest> late = new ConcurrentLinkedQueue<>();

    /** Who has not answered after 2 s, or says that a service has not, is left for {@link #sendLateOnesAgain}. */
    void send(OddRequest request) {
        try {
            if (send(request, LIMIT_MILLIS) == BUSY) {
                late.add(request);
            }
        } catch (SocketTimeoutException e) {
            late.add(request);
        } catch (IOException e) {
            failures.add(e + " for " + request);
        }
    }

    /** One after the other and with patience: a busy machine is told from a request that is never answered. */
    void sendLateOnesAgain() {
        for (OddRequest request : late) {
            try {
                int status = send(request, PATIENCE_MILLIS);
                if (status == BUSY) {
                    failures.add(status + " again for " + request);
                }
            } catch (IOException e) {
                failures.add(e + " again for " + request);
            }
        }
    }

    /** @return what was answered; {@link #CLOSED} and below when that says nothing more */
    private int send(OddRequest request, int patienceMillis) throws IOException {
        int status = status(request, patienceMillis);
        statuses.computeIfAbsent(status, _ -> new AtomicInteger()).incrementAndGet();
        if (isMeant(request, status)) {
            return NOT_ASKED_FOR;
        }
        if (status == CLOSED || status >= 500 && status != BUSY) {
            failures.add(status + " for " + request);
        }
        return status;
    }

    /**
     * One page is there to say that a company's provider is away, whoever opens it; and a coding that nobody knows is 501 by
     * RFC 9112, section 6.1, where the JDK's own server answers, also of one said twice. That server, which the mail view and the launcher's door for tenants are, closes the
     * connection for a target such as {@code a:b}, a URI without a path, before anything of ours is asked.
     */
    private static boolean isMeant(OddRequest request, int status) {
        return status == 503 && request.toString().contains(AWAY)
                || status == 501 && request.toString().contains(UNKNOWN_CODING)
                || status == 501
                        && TWO_CODINGS_AT_THE_JDK.matcher(request.toString()).find()
                || status == CLOSED
                        && OPAQUE_TARGET_AT_THE_JDK.matcher(request.toString()).find();
    }

    private int status(OddRequest request, int patienceMillis) throws IOException {
        try (RawHttp connection =
                new RawHttp(request.door().sockets(), request.door().port(), patienceMillis)) {
            connection.write(request.bytes());
            if (!request.whole()) {
                return NOT_ASKED_FOR;
            }
            if (!request.hasBodyInAnswer()
                    || WITHOUT_AN_END.matcher(request.toString()).find()) {
                return connection.readHead().status();
            }
            RawHttp.Answer answer = connection.read();
            check(request, answer);
            return answer.status();
        } catch (SocketException | SSLException e) {
            return CLOSED;
        }
    }

    /** Of the public API: whatever it is asked, it answers as its document says. */
    private void check(OddRequest request, RawHttp.Answer answer) {
        Matcher asked = OF_THE_API.matcher(new String(request.bytes(), ISO_8859_1));
        if (asked.find()) {
            PublicDocument.ours()
                    .untrue(
                            asked.group(1),
                            asked.group(2),
                            answer.status(),
                            answer.header("Content-Type").orElse(""),
                            answer.body())
                    .forEach(untrue -> failures.add(untrue + " for " + request));
        }
    }

    boolean hasSeen(int status) {
        return statuses.containsKey(status);
    }

    /** Errors of ours, and requests that were not answered: also those whose connection was closed instead. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public String toString() {
        return "answers " + statuses + ", none is " + CLOSED + ", half a request is " + NOT_ASKED_FOR + ", "
                + late.size() + " were sent again";
    }
}
