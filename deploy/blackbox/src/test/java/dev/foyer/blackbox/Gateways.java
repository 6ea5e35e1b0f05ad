package dev.foyer.blackbox;

import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** The gateways that requests go to, each in turn, as behind a load balancer for HTTP. Thread-safe. */
final class Gateways {

    private final List<Member> members = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    private record Member(Ports ports, AtomicInteger underWay) {}

    void add(Ports ports) {
        members.add(new Member(ports, new AtomicInteger()));
    }

    /** Returns when nothing is under way there any more. */
    void remove(Ports ports) {
        Member leaving = members.stream()
                .filter(member -> member.ports() == ports)
                .findFirst()
                .orElseThrow();
        members.remove(leaving);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> leaving.underWay().get() == 0);
    }

    /** One request, at the address of the gateway whose turn it is. */
    <T> T ask(Function<URI, T> request) {
        Member member = next();
        try {
            return request.apply(member.ports().http(Endpoint.GATEWAY));
        } finally {
            member.underWay().decrementAndGet();
        }
    }

    /** Counted as under way before it is looked whether it is leaving, so that nobody asks one that was left out. */
    private Member next() {
        while (true) {
            List<Member> all = List.copyOf(members);
            Member member = all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
            member.underWay().incrementAndGet();
            if (members.contains(member)) {
                return member;
            }
            member.underWay().decrementAndGet();
        }
    }
}
