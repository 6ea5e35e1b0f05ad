package dev.foyer.local.demo;

import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The bridge's part: callers dial in, key in digits and hang up. */
final class Telephone {

    private final Api bridge;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> calls = new ArrayList<>();

    Telephone(Api bridge) {
        this.bridge = bridge;
    }

    /** A new call; its id is the last of {@link #calls()}. */
    Answer dial(String conferenceId) {
        String callId = "demo-" + run + "-" + (calls.size() + 1);
        calls.add(callId);
        String from = "+1206555" + String.format("%04d", calls.size());
        return Expect.status(
                200,
                bridge.post(
                        "/api/v1/bridge/calls", Map.of("callId", callId, "conferenceId", conferenceId, "from", from)),
                "Dialling the conference ID");
    }

    /** The ids of all calls of this demo, in order. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    String lastCall() {
        return calls.getLast();
    }

    Answer keyIn(String callId, String pin) {
        return Expect.status(
                200, bridge.post(path(callId) + "/organizer-pin", Map.of("pin", pin)), "Keying in the organizer's PIN");
    }

    String state(String callId) {
        return Expect.status(200, bridge.get(path(callId)), "Reading the call " + callId)
                .text("state");
    }

    void hangUp(String callId) {
        Expect.status(204, bridge.delete(path(callId)), "Hanging up");
    }

    /** A call of its own, only to see whether the PIN is right. */
    boolean opens(String conferenceId, String pin) {
        dial(conferenceId);
        String callId = lastCall();
        Answer answer = keyIn(callId, pin);
        hangUp(callId);
        return "JOINED".equals(answer.text("state")) && answer.at("leader").asBoolean();
    }

    private static String path(String callId) {
        return "/api/v1/bridge/calls/" + callId;
    }
}
