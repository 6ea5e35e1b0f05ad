package dev.foyer.gateway.page;

import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.Bodies;
import dev.foyer.gateway.api.CampaignAnswer;
import dev.foyer.gateway.api.CampaignPreview;
import dev.foyer.gateway.api.CampaignsResource;
import dev.foyer.gateway.api.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Campaigns for people: the resource of the API previews, begins and answers; words and names are added here. */
@RequestScoped
class Bulk {

    private static final int FASTEST = 200;

    @Inject
    ApiRequest request;

    @Inject
    CampaignsResource campaigns;

    @Inject
    BulkUsers users;

    @Inject
    Shell shell;

    @Inject
    Words words;

    /** @throws BulkRefused when the form can mean nothing */
    BulkPreview preview(BulkForm form) {
        return preview(form, users.of(form));
    }

    private BulkPreview preview(BulkForm form, List<String> whom) {
        CampaignPreview counts = (CampaignPreview) ask(form, whom, true);
        return new BulkPreview(
                form,
                counts,
                reasons(counts.reasons()),
                counts.refused().stream()
                        .limit(BulkPreview.SHOWN)
                        .map(this::refused)
                        .toList(),
                BulkUsers.digest(whom, counts.users()),
                Why.by(request.view().settings()),
                UUID.randomUUID().toString(),
                null);
    }

    /** What became of a form that somebody confirmed: either of both is there. */
    record Begun(CampaignAnswer campaign, BulkPreview instead) {}

    /**
     * Begins it, if it is what was seen and, where it is a matter of many, the number was typed.
     *
     * @param seen of the preview
     * @param users how many there were
     * @param typed by whoever is sure
     * @param reason why, or {@code null}
     * @param key of the form: sent twice, it is one campaign
     */
    Begun begin(BulkForm form, String seen, int users, String typed, String reason, String key) {
        List<String> whom = this.users.of(form);
        if (!BulkUsers.digest(whom, users).equals(seen)) {
            return new Begun(null, preview(form, whom).refused(say().others()));
        }
        if (users > BulkPreview.TYPED_ABOVE && !digits(typed).equals(String.valueOf(users))) {
            return new Begun(null, preview(form, whom).refused(say().notTyped(grouped(users))));
        }
        request.useKey(key);
        request.useReason(reason);
        return new Begun((CampaignAnswer) ask(form, whom, false), null);
    }

    /** As people group them. */
    private static String digits(String typed) {
        return typed == null ? "" : typed.replaceAll("[\\s.,'’]", "");
    }

    private Object ask(BulkForm form, List<String> whom, boolean dryRun) {
        return campaigns
                .begin(new Bodies.Campaign(form.action().name(), whom, null, pace(form.perSecond()), dryRun, null))
                .getEntity();
    }

    private int pace(String typed) {
        int pace = typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
        if (pace < 1 || pace > FASTEST) {
            throw new BulkRefused(say().paceOf(grouped(FASTEST)));
        }
        return pace;
    }

    BulkList list(String cursor) {
        return new BulkList(campaigns.list(null, null, cursor), cursor, request.is(Roles.ADMIN));
    }

    BulkPane pane(String id) {
        return pane(campaigns.get(id));
    }

    BulkPane pane(CampaignAnswer campaign) {
        return new BulkPane(
                campaign,
                reasons(campaign.reasons()),
                campaign.awaiting() == null ? null : say().awaiting(why(campaign.awaiting())),
                request.is(Roles.ADMIN),
                Locale.forLanguageTag(shell.language()),
                null);
    }

    private List<BulkPreview.Reason> reasons(Map<String, ? extends Number> counted) {
        return counted.entrySet().stream()
                .map(one ->
                        new BulkPreview.Reason(why(one.getKey()), one.getValue().longValue()))
                .toList();
    }

    private BulkPreview.Refused refused(CampaignPreview.Refused one) {
        return new BulkPreview.Refused(
                one.user(),
                request.view().userById(one.user()).map(Names::shownName).orElse(null),
                why(one.reason()));
    }

    private String why(String reason) {
        return CampaignReason.of(reason).map(say()::reason).orElse(reason);
    }

    private String grouped(int number) {
        return words.grouped(number);
    }

    private BulkMessages say() {
        return words.of(BulkMessages.class);
    }
}
