package dev.foyer.gateway.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.text.TextKind;
import dev.foyer.gateway.api.Bodies;
import dev.foyer.gateway.api.ConferenceIdResource;
import dev.foyer.gateway.api.ConferencingResource;
import dev.foyer.gateway.api.Params;
import dev.foyer.gateway.api.PinAnswer;
import dev.foyer.gateway.index.UserEntry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.function.UnaryOperator;

/** Forms of the page as requests of the API: its own methods do them, with their roles and their rules. */
@RequestScoped
class UserActions {

    @Inject
    ConferencingResource conferencing;

    @Inject
    ConferenceIdResource conferenceIds;

    /** @return what the user's pane then shows of it, which may be a PIN */
    UnaryOperator<UserPane> act(Offer offer, UserEntry user, UserForm form) {
        String id = user.userId();
        return switch (offer) {
            case RESET ->
                fresh(conferencing.reset(
                        id, new Bodies.Reset(form.mailChoice().sendEmail(), form.chosenAddress(), null, null)));
            case ENABLE ->
                fresh(conferencing
                        .enable(
                                id,
                                new Bodies.Enable(
                                        form.mailChoice().sendEmail(), form.chosenAddress(), null, null, null, null))
                        .getEntity());
            case INFORM -> sent(conferencing.email(id, new Bodies.Email(form.chosenAddress())));
            default -> {
                change(offer, id, form);
                yield pane -> pane.done(offer);
            }
        };
    }

    private void change(Offer offer, String id, UserForm form) {
        switch (offer) {
            case UNLOCK -> conferencing.unlock(id, null);
            case LOCK -> conferencing.lock(id, null);
            case DISABLE -> conferencing.disable(id, null);
            case CHANGE -> conferencing.change(id, patch(form));
            case MOVE -> {
                if (form.chosen()) {
                    conferenceIds.set(id, new Bodies.ConferenceId(conferenceId(form)));
                } else {
                    conferenceIds.reset(id);
                }
            }
            case RESET, ENABLE, INFORM -> throw new IllegalArgumentException(offer + " makes a mail");
        }
    }

    private static UnaryOperator<UserPane> fresh(PinAnswer answer) {
        NewPin made = NewPin.of(answer);
        return pane -> pane.with(made);
    }

    private static UnaryOperator<UserPane> sent(PinAnswer.MailAnswer answer) {
        SentMail mail = new SentMail(answer.id(), new MailFate(MailStatus.of(answer.status()), answer.to(), null));
        return pane -> pane.sent(mail);
    }

    /** As it is read aloud, so in groups. */
    private static String conferenceId(UserForm form) {
        String typed = form.conferenceId();
        return Params.text("conferenceId", TextKind.SOUGHT, typed == null ? "" : typed.replaceAll("[\\s-]", ""));
    }

    private static ObjectNode patch(UserForm form) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        put(patch, "serviceNumber", form.serviceNumber());
        put(patch, "tollFreeServiceNumber", form.tollFreeServiceNumber());
        patch.put("allowPstnOnlyMeetings", form.ticked());
        return patch;
    }

    /** Nothing chosen is no number; a form without the field changes nothing. */
    private static void put(ObjectNode patch, String name, String value) {
        if (value != null && value.isBlank()) {
            patch.putNull(name);
        } else if (value != null) {
            patch.put(name, value);
        }
    }
}
