package dev.foyer.pin.inbound;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.pin.Users;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserRefusal;
import dev.foyer.service.eventsourced.EventSourcedService.Inbound;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the tenants' systems say about users and licences. Each record changes its user once, however often it is sent or
 * read; one that is not allowed or cannot be read goes to the dead letters with a sentence that says what to do.
 */
public final class DirectoryReactions implements InboundHandler {

    /** "Pin" as a word of a type's name, wherever it stands: PinResetRequested, ResetPin; not Shipping. */
    private static final Pattern ABOUT_PINS =
            Pattern.compile("foyer\\.[a-z]+\\.(?:pin|\\w*(?:\\b|[a-z0-9_])P(?:in|IN))s?(?![a-z]).*");

    private final DirectoryData reader;
    private final Map<String, Reaction> reactions;
    private final RecentNoOps fruitless = new RecentNoOps();

    public DirectoryReactions(Users users, Validator validator) {
        this.reader = new DirectoryData(validator);
        this.reactions = Stream.of(
                        new WhenUserProvisionedThenProvisionUser(users, reader),
                        new WhenUserChangedThenChangeUser(users, reader),
                        new WhenUserRemovedThenRemoveUser(users),
                        new WhenLicenseAssignedThenEnableConferencing(users),
                        new WhenLicenseRemovedThenDisableConferencing(users))
                .collect(toUnmodifiableMap(Reaction::type, reaction -> reaction));
    }

    /** All tenants' topics, whenever they are created. */
    public Inbound inbound() {
        return new Inbound(DirectoryTopic.ALL, this);
    }

    @Override
    public boolean understands(String type) {
        return reactions.containsKey(type) || asksForPins(type);
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        if (asksForPins(event.type())) {
            throw new Unacceptable(
                    "PINs are not made, reset or chosen through topics; an administrator resets them through"
                            + " the API.");
        }
        Reaction reaction = reactions.get(event.type());
        DirectoryRecord said = DirectoryRecord.of(event, reader);
        String wish = said.user() + " " + said.wish();
        if (fruitless.contains(wish)) {
            return CompletableFuture.completedStage(null);
        }
        return reaction.react(said).thenAccept(reply -> conclude(reaction, reply, wish));
    }

    private void conclude(Reaction reaction, Reply<UserRefusal, UserAnswer> reply, String wish) {
        switch (reply) {
            case Reply.Refused<UserRefusal, UserAnswer>(UserRefusal reason) -> {
                RefusalHandling.check(reaction, reason);
                fruitless.add(wish);
            }
            case Reply.Done<UserRefusal, UserAnswer>(UserAnswer answer, var positions, boolean repeated) -> {
                if (positions.isEmpty() && !repeated) {
                    fruitless.add(wish);
                }
            }
        }
    }

    private static boolean asksForPins(String type) {
        return ABOUT_PINS.matcher(type).matches();
    }
}
