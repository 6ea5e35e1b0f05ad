package dev.foyer.service.filter;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import java.util.function.Function;

/**
 * The first to see a connection. Winds its {@link ConnectionClock}, and puts {@link HttpGate} between the codec of HTTP/1
 * and Vert.x as soon as that codec is there: on a port that speaks HTTP/2 in
 * the clear, as that of the management does, it comes with the first bytes.
 */
final class ConnectionGate extends ChannelInboundHandlerAdapter {

    private static final String CODEC = "httpEncoder";
    private static final String VERTX = "handler";
    private static final String TLS = "ssl";
    private static final String NAME = "foyer.gate";

    private final Function<ChannelHandlerContext, ConnectionClock> clocks;
    private ConnectionClock clock;
    private boolean known;

    ConnectionGate(Function<ChannelHandlerContext, ConnectionClock> clocks) {
        this.clocks = clocks;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        if (clock == null) {
            clock = clocks.apply(context);
        }
        ChannelPipeline pipeline = context.pipeline();
        context.fireChannelActive();
        if (pipeline.get(TLS) != null) {
            // What is encrypted says nothing: look behind it.
            pipeline.remove(this);
            ConnectionGate inside = new ConnectionGate(clocks);
            inside.clock = clock;
            pipeline.addAfter(TLS, NAME, inside);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (context.pipeline().get(CODEC) != null) {
            clock.bytesCame(); // otherwise this is HTTP/2, where they need not begin a request
        }
        if (!known && message instanceof ByteBuf bytes) {
            known = isKnown(context.pipeline());
            while (!known && bytes.readableBytes() > 1) {
                context.fireChannelRead(bytes.readRetainedSlice(1));
                known = isKnown(context.pipeline());
            }
        }
        context.fireChannelRead(message);
    }

    private boolean isKnown(ChannelPipeline pipeline) {
        if (pipeline.get(CODEC) != null) {
            pipeline.addAfter(CODEC, NAME + ".http", new HttpGate(clock));
            return true;
        }
        return pipeline.get(VERTX) != null;
    }
}
