package dev.foyer.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever notification-service says, an administrator reads a sentence that says what to do. */
@Tag("D6")
class MailReasonTest {

    /** Says which sentence it would say. */
    private static final ReasonMessages SAYING = (ReasonMessages) Proxy.newProxyInstance(
            ReasonMessages.class.getClassLoader(),
            new Class<?>[] {ReasonMessages.class},
            (proxy, method, arguments) -> method.getName() + (arguments == null ? "" : arguments[0]));

    @Test
    void thereIsASentenceForEachWordOfTheContract() throws IOException {
        Path list = Path.of(System.getProperty(
                        "contracts.notification", "../notification-service/src/main/resources/contracts"))
                .resolve("reasons.tsv");
        Set<String> words = Files.readAllLines(list).stream()
                .map(line -> line.split("\t")[0])
                .collect(Collectors.toSet());
        assertEquals(words, Arrays.stream(MailReason.values()).map(Enum::name).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "SENT, -, -",
                "SENT, EARLIER_ATTEMPT_UNKNOWN (possibly delivered 1 time), earlierAttemptUnknown possiblyOnce",
                "HELD, NO_ADDRESS, noAddress",
                "EXPIRED, NO_ADDRESS, expired",
                "QUEUED, MAIL_SERVER_BUSY: 451 4.3.0 NO_ADDRESS, mailServerBusy triedAgain",
                "RELEASED, MAIL_SERVER_UNREACHABLE, mailServerUnreachable triedAgain",
                "FAILED, MAIL_SERVER_REFUSED: 550 5.1.1 no, mailServerRefused",
                "FAILED, MAIL_SERVER_GAVE_NO_ANSWER (possibly delivered 3 times), mailServerGaveNoAnswer possibly3 retry",
                "SUPERSEDED, NEWER_PIN (possibly delivered 2 times), newerPin possibly2",
                "SUPERSEDED, OF_A_LATER_VERSION, -"
            })
    void whatItMeansAndWhatHappensNext(String status, String reason, String sentences) {
        assertEquals(Optional.ofNullable(sentences), MailReason.explained(status, reason, SAYING));
    }
}
