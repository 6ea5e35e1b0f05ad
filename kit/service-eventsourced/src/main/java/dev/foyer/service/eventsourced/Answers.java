package dev.foyer.service.eventsourced;

import dev.foyer.base.Position;
import dev.foyer.base.Problem;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.service.CallHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** From a {@link Reply} to an HTTP answer, the same way in every service. */
public final class Answers {

    private Answers() {}

    /**
     * @param done what an accepted command looks like over HTTP
     * @param problem the service's one mapping of refusals
     * @throws Problem.ProblemException for a refusal
     */
    public static <R, A> Response answer(
            Reply<R, A> reply, Function<A, Response.ResponseBuilder> done, Function<R, Problem> problem) {
        return switch (reply) {
            case Reply.Done<R, A>(A answer, List<Position> positions, boolean repeated) ->
                withPositions(done.apply(answer), positions).build();
            case Reply.Refused<R, A>(R reason) -> throw problem.apply(reason).exception();
        };
    }

    /** Names the records that the command wrote, so that the caller's view can wait for them. */
    public static Response.ResponseBuilder withPositions(Response.ResponseBuilder response, List<Position> positions) {
        return positions.isEmpty() ? response : response.header(CallHeaders.POSITIONS, Position.format(positions));
    }

    /** The records of several commands that served one request. */
    public static List<Position> join(List<Position> first, List<Position> second) {
        List<Position> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
