package dev.foyer.service.filter;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Tells the clock of an HTTP/1 connection what passes, and gives answers their headers that Vert.x made on its own. Ends the
 * connection with its last answer when the port ends.
 */
final class HttpGate extends ChannelDuplexHandler {

    private final ConnectionClock clock;
    private boolean informational;
    private boolean lastAnswer;

    HttpGate(ConnectionClock clock) {
        this.clock = clock;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            clock.headRead();
        } else if (isUnreadable(message) && clock.mayEnd()) {
            // Vert.x would close the connection without a word, also without those that it has just written.
            ReferenceCountUtil.release(message);
            if (clock.isAnswerDue()) {
                LastAnswer.unreadable(context.channel());
            } else {
                context.channel().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(LastAnswer.CLOSE_NEXT);
            }
            return;
        }
        if (message instanceof LastHttpContent) {
            clock.bodyRead();
        }
        context.fireChannelRead(message);
        if (lastAnswer && clock.isIdle() && context.channel().isActive()) {
            // Closed any earlier, the rest of the body would have reset the connection under the answer.
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(LastAnswer.CLOSE_NEXT);
        }
    }

    private static boolean isUnreadable(Object message) {
        return message instanceof HttpContent part && part.decoderResult().isFailure();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof FullHttpResponse bare && LastAnswer.saysNothing(bare)) {
            // Vert.x could not read what was asked, and no other request will be read on this connection.
            FullHttpResponse described = LastAnswer.described(bare);
            bare.release();
            pass(context, described, promise.unvoid().addListener(LastAnswer.CLOSE_NEXT));
        } else {
            pass(context, message, promise);
        }
    }

    private void pass(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            informational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            if (!informational && !response.headers().contains(SecurityHeaders.MARK)) {
                SecurityHeaders.OF_ALL.forEach(response.headers()::set);
            }
            if (!informational) {
                clock.answerBegins();
            }
            if (!informational && clock.isLastAnswer()) {
                response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
                lastAnswer = true;
            }
        }
        if (message instanceof LastHttpContent && !informational) {
            clock.answered();
            if (lastAnswer && clock.isIdle()) {
                context.write(message, promise.unvoid().addListener(LastAnswer.CLOSE_NEXT));
                return;
            }
        }
        context.write(message, promise);
    }
}
