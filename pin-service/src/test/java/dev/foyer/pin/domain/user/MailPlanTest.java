package dev.foyer.pin.domain.user;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What whoever makes a PIN is told of its mail; notification-service's own table is in its mailbox's tests. */
@Tag("D1")
@Tag("D2")
@Tag("case-L9")
class MailPlanTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // asked, other address, automatic, own address -> status, to
                "-,     -,        true,  a@x.org, QUEUED, a@x.org",
                "-,     -,        false, a@x.org, HELD,   a@x.org",
                "true,  -,        false, a@x.org, QUEUED, a@x.org",
                "true,  b@x.org,  false, a@x.org, QUEUED, b@x.org",
                "true,  b@x.org,  true,  -,       QUEUED, b@x.org",
                "false, -,        true,  a@x.org, HELD,   a@x.org",
                "-,     -,        true,  -,       HELD,   -",
                "true,  -,        true,  -,       HELD,   -",
            })
    void itFollowsTheChoiceThenTheSwitchThenTheAddress(
            Boolean asked, String other, boolean automatic, String own, String status, String to) {
        assertEquals(
                new MailPlan(MailPlan.Status.valueOf(status), to),
                MailPlan.of(new MailOptions(asked, other), automatic, own));
    }
}
