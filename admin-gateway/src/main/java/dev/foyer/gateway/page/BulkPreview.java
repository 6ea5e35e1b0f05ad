package dev.foyer.gateway.page;

import dev.foyer.gateway.api.CampaignPreview;
import java.util.List;

/**
 * What would be done, before it is.
 *
 * @param reasons why users would be left as they are
 * @param refused the first of those to whom it would not be done
 * @param seen stands for just these users: whoever confirms, confirms this
 * @param why what is asked about the reason
 * @param key a fresh one: sending the same form twice is one campaign
 * @param refusal why the last try to begin was refused, or {@code null}
 */
record BulkPreview(
        BulkForm form,
        CampaignPreview counts,
        List<Reason> reasons,
        List<Refused> refused,
        String seen,
        Why why,
        String key,
        String refusal) {

    /** More users than that are not worked on by a mere click. */
    static final int TYPED_ABOVE = 25;

    /** So many of a long list are enough to see what is wrong. */
    static final int SHOWN = 25;

    /** In people's words, with how many users. */
    record Reason(String says, long users) {}

    /** @param name {@code null}: nobody is called so */
    record Refused(String user, String name, String why) {}

    /** Whether the number has to be typed. */
    public boolean typed() {
        return counts.users() > TYPED_ABOVE;
    }

    /** How many there are that are not shown. */
    public long more() {
        return counts.failed() - refused.size();
    }

    /** Whether there is anything to be done. */
    public boolean possible() {
        return counts.possible() > 0;
    }

    public long queued() {
        return counts.mails().getOrDefault("QUEUED", 0L);
    }

    public long held() {
        return counts.mails().getOrDefault("HELD", 0L);
    }

    BulkPreview refused(String said) {
        return new BulkPreview(form, counts, reasons, refused, seen, why, key, said);
    }
}
