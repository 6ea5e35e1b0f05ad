package dev.foyer.pin.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.pin.domain.campaign.Campaign;
import dev.foyer.pin.domain.campaign.Campaign.Pausing;
import dev.foyer.pin.domain.campaign.Campaign.Work;
import dev.foyer.pin.domain.campaign.Campaign.Working;
import dev.foyer.pin.domain.campaign.CampaignAction;
import dev.foyer.pin.domain.campaign.CampaignPlan;
import dev.foyer.pin.domain.campaign.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A campaign that waits is seen to wait, at whatever moment one looks. */
@Tag("F")
class OpenBatchesTest {

    private static final Instant BEGUN = Instant.parse("2026-11-28T06:00:00Z");
    private static final Work WORK = new Work(
            new CampaignPlan(CampaignAction.ENABLE, 10, 2),
            "mira",
            null,
            null,
            List.of("u-1", "u-2"),
            0,
            new Tally(0, 0, 0, 0));
    private static final Campaign BATCH = new Working(WORK, BEGUN, false, 1, null);

    private final AtomicLong clock = new AtomicLong();
    private final OpenBatches open = new OpenBatches(clock::get);

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void whatIsBegunAgainAndAgainIsOpenAllTheTime() {
        for (int i = 0; i < 20; i++) {
            open.heard("contoso.com/1", BATCH);
            for (int second = 0; second < Campaign.PATIENCE.toSeconds(); second++) {
                assertEquals(1, open.count());
                pass(Duration.ofSeconds(1));
            }
        }
    }

    @Test
    void whatIsSettledIsNotOpenAnyMore() {
        open.heard("contoso.com/1", BATCH);
        open.heard("contoso.com/2", BATCH);
        open.heard("contoso.com/1", new Pausing(WORK, BEGUN));
        assertEquals(1, open.count());
    }

    @Test
    void whatAnotherInstanceGoesOnWithIsNotOurs() {
        open.heard("contoso.com/1", BATCH);
        pass(Campaign.PATIENCE.multipliedBy(2).plusMillis(1));
        assertEquals(0, open.count());
    }
}
