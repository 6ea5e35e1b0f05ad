package dev.foyer.gateway.signin;

import io.vertx.core.http.HttpServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * The address that failures are counted for: of IPv4 the address, of IPv6 the network of 64 bits, since whoever has one of
 * its addresses has all of them. Behind a proxy Quarkus must be told to believe it ({@code quarkus.http.proxy}), or all
 * the world is one address.
 */
public final class ClientAddress {

    private static final int NETWORK_BYTES = 8;
    private static final String UNKNOWN = "0.0.0.0";

    private ClientAddress() {}

    /** The one of this request. */
    public static String of(HttpServerRequest request) {
        String host =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        return host == null ? UNKNOWN : normal(host);
    }

    /** @param literal an IP address; anything else (a proxy may say what it likes) counts as one */
    static String normal(String literal) {
        int zone = literal.indexOf('%');
        String address = zone < 0 ? literal : literal.substring(0, zone);
        if (!address.matches("[0-9A-Fa-f.:]{2,45}")) {
            return UNKNOWN;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address); // a literal: no name is looked up
            if (!(parsed instanceof Inet6Address)) {
                return parsed.getHostAddress();
            }
            byte[] network = Arrays.copyOf(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES), 2 * NETWORK_BYTES);
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }
}
