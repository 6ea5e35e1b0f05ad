package dev.foyer.service.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.Problem;
import dev.foyer.service.ProblemMappers;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;

/** Says why a connection ends whose request is not whole: nobody else will answer that one. */
final class LastAnswer {

    private static final Problem UNREADABLE =
            Problem.of(400, "malformed-body", "The body cannot be read", "Send chunks as HTTP/1.1 has them.");

    /**
     * Closes the connection, but not yet: a write to one that the client has closed fails at once, and closing it in there makes
     * Vert.x write, while Netty's encoder is still about the first message.
     */
    static final ChannelFutureListener CLOSE_NEXT = written ->
            written.channel().eventLoop().execute(() -> written.channel().close());

    private LastAnswer() {}

    /** It came too slowly. Ends the connection. On its event loop. */
    static void tooSlow(Channel channel, Duration limit) {
        send(
                channel,
                Problem.of(
                        408,
                        "too-slow",
                        "The body came too slowly",
                        "Send all of it within " + limit.toSeconds() + " s."));
    }

    /** What came is no HTTP. Ends the connection. On its event loop. */
    static void unreadable(Channel channel) {
        send(channel, UNREADABLE);
    }

    /** Whether Vert.x made it on its own, and does not say why. */
    static boolean saysNothing(FullHttpResponse response) {
        return response.status().code() >= 400
                && !response.headers().contains(SecurityHeaders.MARK)
                && !response.content().isReadable();
    }

    /** The same with a reason. */
    static FullHttpResponse described(FullHttpResponse bare) {
        HttpResponseStatus status = bare.status();
        return response(ProblemMappers.ofStatus(status.code(), status.reasonPhrase()));
    }

    private static void send(Channel channel, Problem problem) {
        channel.writeAndFlush(response(problem)).addListener(CLOSE_NEXT);
    }

    private static FullHttpResponse response(Problem problem) {
        byte[] body = Refusal.body(problem).getBytes(UTF_8);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(problem.status()), Unpooled.wrappedBuffer(body));
        response.headers()
                .set("Content-Type", "application/problem+json")
                .set("Content-Length", body.length)
                .set("Connection", "close");
        return response;
    }
}
