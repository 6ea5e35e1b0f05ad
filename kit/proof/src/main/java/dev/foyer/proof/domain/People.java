package dev.foyer.proof.domain;

import dev.foyer.base.Json;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.JsonFormat;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.eventsourcing.Timers;
import dev.foyer.eventsourcing.WireFormat;
import dev.foyer.eventsourcing.WireFormats;
import dev.foyer.proof.domain.People.Answer;
import dev.foyer.proof.domain.People.Command;
import dev.foyer.proof.domain.People.Event;
import dev.foyer.proof.domain.People.Person;
import dev.foyer.proof.domain.People.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** People as pin-service has them, as to their size; for what a million of them cost in memory and in time to recover. */
public final class People implements Decider<Person, Command, Event, Refusal, Answer, Instant> {

    /** The kind, for the runtime. */
    public static final AggregateType<Person, Command, Event, Refusal, Answer, Instant> TYPE = new AggregateType<>(
            "person",
            new People(),
            JsonFormat.of(Event.class, Json.mapper().build(), Map.of("Enrolled", Event.Enrolled.class)),
            JsonFormat.of(Answer.class, Json.mapper().build(), Map.of("Welcome", Answer.Welcome.class)),
            (id, meta, now) -> now,
            Publisher.nothing(),
            CommitListener.none(),
            Timers.none(),
            WireFormats.of(WireFormat.mapper().build(), Person.class, Command.class, Refusal.class, Answer.class));

    private static final Person NOBODY = new Person(null, null, null, null, List.of(), null, null, null, 0, 0);

    /** State: what a directory says, a conference ID, and a PIN's hash with its salt. */
    public record Person(
            String userPrincipalName,
            String displayName,
            String primarySmtpAddress,
            String preferredLanguage,
            List<String> phoneNumbers,
            String conferenceId,
            String pinHash,
            String salt,
            int pinLength,
            int failures) {

        /** One that looks real; each number gives another. */
        public static Person number(int number) {
            String name = "someone." + number;
            return new Person(
                    name + "@contoso.example",
                    "Someone Named " + number,
                    name + "@mail.contoso.example",
                    "de-DE",
                    List.of("+4930" + (10_000_000 + number)),
                    Integer.toString(100_000_000 + number),
                    "%064x".formatted(number * 0x9E3779B97F4A7C15L),
                    "%024x".formatted(number * 31L),
                    6,
                    0);
        }
    }

    /** What can be asked. */
    public sealed interface Command {
        record Enroll(Person person) implements Command {}
    }

    /** What happens. */
    public sealed interface Event {
        record Enrolled(Person person) implements Event {}
    }

    /** Why not. */
    public sealed interface Refusal {
        record AlreadyEnrolled() implements Refusal {}
    }

    /** What the caller gets. */
    public sealed interface Answer {
        record Welcome() implements Answer {}
    }

    @Override
    public Person initial() {
        return NOBODY;
    }

    @Override
    public Decision<Event, Refusal, Answer> decide(Person person, Command command, Instant now) {
        return switch (command) {
            case Command.Enroll(Person wanted) ->
                person == NOBODY
                        ? Decision.accept(new Answer.Welcome(), new Event.Enrolled(wanted))
                        : Decision.refuse(new Refusal.AlreadyEnrolled());
        };
    }

    @Override
    public Person evolve(Person person, Event event) {
        return switch (event) {
            case Event.Enrolled(Person enrolled) -> enrolled;
        };
    }
}
