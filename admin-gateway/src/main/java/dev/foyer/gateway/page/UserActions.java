package dev.foyer.gateway.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.text.TextKind;
import dev.foyer.gateway.api.Bodies;
import dev.foyer.gateway.api.ConferenceIdResource;
import dev.foyer.gateway.api.ConferencingResource;
import dev.foyer.gateway.api.Params;
import dev.foyer.gateway.index.UserEntry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Forms of the page as requests of the API: its own methods do them, with their roles and their rules. */
@RequestScoped
class UserActions {

    @Inject
    ConferencingResource conferencing;

    @Inject
    ConferenceIdResource conferenceIds;

    /** @return the PIN that was made; {@code null}: none was */
    NewPin act(Offer offer, UserEntry user, UserForm form) {
        String id = user.userId();
        return switch (offer) {
            case RESET -> {
                yield NewPin.of(conferencing.reset(
                        id, new Bodies.Reset(form.mailChoice().sendEmail(), form.chosenAddress(), null, null)));
            }
            case ENABLE -> {
                yield NewPin.of(conferencing
                        .enable(
                                id,
                                new Bodies.Enable(
                                        form.mailChoice().sendEmail(), form.chosenAddress(), null, null, null, null))
                        .getEntity());
            }
            case INFORM -> {
                conferencing.email(id, new Bodies.Email(form.chosenAddress()));
                yield null;
            }
            case UNLOCK -> {
                conferencing.unlock(id);
                yield null;
            }
            case LOCK -> {
                conferencing.lock(id);
                yield null;
            }
            case DISABLE -> {
                conferencing.disable(id);
                yield null;
            }
            case CHANGE -> {
                conferencing.change(id, patch(form));
                yield null;
            }
            case MOVE -> {
                if (form.chosen()) {
                    conferenceIds.set(id, new Bodies.ConferenceId(conferenceId(form)));
                } else {
                    conferenceIds.reset(id);
                }
                yield null;
            }
        };
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
