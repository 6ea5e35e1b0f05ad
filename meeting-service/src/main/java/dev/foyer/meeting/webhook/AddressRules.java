package dev.foyer.meeting.webhook;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which addresses may be told (H3): none on the inside, unless the configuration names it. A name says nothing, since whoever owns
 * it lets it lead anywhere; so an address is judged, and then that very address is connected to. Immutable.
 */
final class AddressRules {

    /** What is no place on the internet, by the registries of special addresses (RFC 6890 and those after it). */
    private static final List<Cidr> INSIDE = Stream.of(
                    "0.0.0.0/8", // this host
                    "10.0.0.0/8",
                    "100.64.0.0/10", // carriers' NAT
                    "127.0.0.0/8",
                    "168.63.129.16/32", // Azure's own, which tells machines their secrets
                    "169.254.0.0/16", // link-local, and what clouds tell their machines
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, and broadcast
                    "::/96", // unspecified, loopback, IPv4 as IPv6
                    "::ffff:0:0:0/96", // IPv4, translated
                    "64:ff9b::/96", // IPv4 behind NAT64: whatever is embedded
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23", // Teredo and other protocols' own
                    "2001:db8::/32",
                    "2002::/16", // 6to4: whatever is embedded
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7", // unique local, and what clouds tell their machines
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(Cidr::of)
            .toList();

    private final List<Cidr> allowed;
    private final Predicate<InetAddress> ours;

    /** @param allowed ranges that may be told all the same */
    AddressRules(List<Cidr> allowed) {
        this(allowed, AddressRules::isOurs);
    }

    /** @param ours whether an address is this machine's own: what listens there may trust whoever is on it */
    AddressRules(List<Cidr> allowed, Predicate<InetAddress> ours) {
        this.allowed = List.copyOf(allowed);
        this.ours = ours;
    }

    /** Java itself turns an IPv4 address in the guise of IPv6 (::ffff:10.0.0.1) into what it is. */
    boolean mayBeTold(InetAddress address) {
        return isAllowed(address) || INSIDE.stream().noneMatch(range -> range.contains(address)) && !ours.test(address);
    }

    /** As of now: interfaces come and go. Where it cannot be found out it may be. */
    static boolean isOurs(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException _) {
            return true;
        }
    }

    /** Whether the configuration names it. */
    boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.contains(address));
    }
}
