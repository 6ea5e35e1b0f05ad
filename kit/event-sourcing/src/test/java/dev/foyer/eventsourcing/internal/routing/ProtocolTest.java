package dev.foyer.eventsourcing.internal.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Credential;
import dev.foyer.base.Position;
import dev.foyer.base.Unavailable;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents of the forwarding protocol, without any network. */
class ProtocolTest {

    private static final CommandMeta META = new CommandMeta("c", "r", new Actor("a", "role", null));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":{\"b\":[1,2,{\"c\":\"}]\\\"\"}]},\"d\":\"Zoë 🎉\"}",
                "[1, 2]",
                "\"a \\\"quoted\\\" text\"",
                "4711",
                "-1.5e3",
                "true"
            })
    void aValueComesOutAsItWentIn(String value) {
        var ask = new ForwardedRequest.Submit("user", "f", "t/u", new RawJson(value.getBytes(UTF_8)), META);
        byte[] body = Protocol.write(
                new Protocol.Request(1, 5, List.of(ask, new ForwardedRequest.Read("user", "f", "é"), ask)));
        var read = Protocol.read(body, Protocol.Request.class);
        for (int i : List.of(0, 2)) {
            var submit = (ForwardedRequest.Submit) read.asks().get(i);
            assertEquals(value, new String(submit.command().bytes(), UTF_8));
            assertEquals(META, submit.meta());
        }
        assertEquals(new ForwardedRequest.Read("user", "f", "é"), read.asks().get(1));
    }

    /** An older instance says nothing of a trace and ignores what it is told of one. */
    @Test
    void aTraceIsOptional() {
        var with = META.withTraceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        RawJson command = new RawJson("{}".getBytes(UTF_8));
        for (CommandMeta meta : List.of(META, with)) {
            var ask = new ForwardedRequest.Submit("user", "f", "t/u", command, meta);
            byte[] body = Protocol.write(new Protocol.Request(1, 5, List.of(ask)));
            assertEquals(meta == with, new String(body, UTF_8).contains("traceparent"));
            var read = Protocol.read(body, Protocol.Request.class);
            assertEquals(meta, ((ForwardedRequest.Submit) read.asks().getFirst()).meta());
        }
    }

    @Test
    @Tag("case-S3")
    void whatProvesWhoAskedIsCarriedOnAndInNoText() {
        var meta = new CommandMeta("c", "r", new Actor("a", "role", null), null, new Credential("ey.4711"));
        var ask = new ForwardedRequest.Submit("user", "f", "t/u", new RawJson("{}".getBytes(UTF_8)), meta);
        byte[] body = Protocol.write(new Protocol.Request(2, 5, List.of(ask)));
        var read = (ForwardedRequest.Submit)
                Protocol.read(body, Protocol.Request.class).asks().getFirst();
        assertEquals("ey.4711", read.meta().credential().value());
        assertEquals("ey.4711", read.meta().withCommandId("d").credential().value());
        assertFalse(read.toString().contains("4711"));
    }

    @Test
    void everyOutcomeComesBackInItsPlace() {
        RawJson json = new RawJson("{\"pin\":\"4711\"}".getBytes(UTF_8));
        List<Outcome> outcomes = List.of(
                new Outcome.Done(json, List.of(new Position("pin.events", 2, 4711)), true),
                new Outcome.Refused(json),
                new Outcome.State(json),
                new Outcome.NotNow(Unavailable.Reason.MOVED, "Elsewhere."),
                new Outcome.NotUnderstood(),
                new Outcome.Failed("id"));
        byte[] body = Protocol.write(new Protocol.Response(outcomes));
        byte[] again = Protocol.write(Protocol.read(body, Protocol.Response.class));
        assertEquals(new String(body, UTF_8), new String(again, UTF_8));
    }

    @Test
    void fieldsOfALaterVersionAreIgnored() {
        var read = Protocol.read(
                "{\"hops\":2,\"new\":[{}],\"millisecondsLeft\":5,\"asks\":[{\"@type\":\"Read\",\"x\":1,\"type\":\"t\",\"format\":\"f\",\"id\":\"i\"}]}"
                        .getBytes(UTF_8),
                Protocol.Request.class);
        assertEquals(List.of(new ForwardedRequest.Read("t", "f", "i")), read.asks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret-4711",
                "{\"hops\":2,\"asks\":\"secret-4711\"}",
                "{\"hops\":2}",
                "{\"hops\":2,\"asks\":[{\"@type\":\"secret-4711\"}]}",
                "{\"hops\":2,\"asks\":[{\"@type\":\"Submit\",\"type\":\"t\",\"format\":\"f\",\"id\":\"secret-4711\",\"command\":null}]}",
                "{\"hops\":2,\"asks\":[{\"@type\":\"Submit\",\"type\":\"t\",\"format\":\"f\",\"id\":\"i\",\"command\":{\"pin\":\"secret-4711\""
            })
    void whatCannotBeUnderstoodIsNotRepeatedInTheMessage(String body) {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> Protocol.read(body.getBytes(UTF_8), Protocol.Request.class));
        assertFalse(refused.getMessage().contains("4711"));
        assertEquals(null, refused.getCause());
    }

    @Test
    void aSecretIsNotInTheTextOfARequest() {
        var ask = new ForwardedRequest.Submit(
                "user", "f", "t/u", new RawJson("{\"pin\":\"4711\"}".getBytes(UTF_8)), META);
        assertFalse(ask.toString().contains("4711"));
    }
}
