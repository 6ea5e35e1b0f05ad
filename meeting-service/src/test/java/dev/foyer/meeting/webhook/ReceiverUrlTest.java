package dev.foyer.meeting.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are told anything (H3): by how they are written, and by where they lead. */
@Tag("H3")
class ReceiverUrlTest {

    private static final AddressRules STRICT = new AddressRules(List.of());
    private static final AddressRules LOOPBACK = new AddressRules(List.of(Cidr.of("127.0.0.0/8")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.0.1",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::10.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatIsInsideIsToldNothing(String address) throws UnknownHostException {
        assertFalse(STRICT.mayBeTold(InetAddress.getByName(address)), address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.255.255",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450::1"
            })
    void whatIsOnTheInternetIsTold(String address) throws UnknownHostException {
        assertTrue(STRICT.mayBeTold(InetAddress.getByName(address)), address);
    }

    /** However the number is written: what counts is the address that it leads to. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://localhost/",
                "https://169.254.169.254/latest/meta-data/"
            })
    void aUrlThatLeadsInsideIsRefused(String url) throws Exception {
        try (Names names = new Names(InetAddress::getAllByName, Duration.ofSeconds(20))) {
            Optional<String> objection = new ReceiverUrls(names, STRICT, false).objection("contoso.com", url);
            // Some spellings are no host at all to Java, which is as good.
            if (!url.contains("2130706433") && !url.contains("127.1")) {
                assertTrue(objection.orElse("taken").contains("inside"), objection::toString);
            }
            assertTrue(objection.isPresent(), url);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://hooks.example.com/           | must begin with https://
            ftp://hooks.example.com/            | must begin with https://
            hooks.example.com/foyer             | must begin with https://
            https:///foyer                      | names no host
            https://user:pass@hooks.example.com | must not carry a user
            https://hooks.example.com/#part     | must not have a fragment
            https://hooks.example.com:0/        | has no such port
            https://hooks.example.com:70000/    | has no such port
            https://faß.example/                | names no host
            https://hooks example.com/          | is no URL
            https://[fe80::1%25eth0]/           | must not name a network interface
            file:///etc/passwd                  | must begin with https://
            """)
    void howItIsWritten(String url, String why) {
        var refused = assertThrows(ReceiverUrl.Refused.class, () -> ReceiverUrl.of(url, false));
        assertTrue(refused.getMessage().startsWith(why), refused::getMessage);
    }

    @Test
    void oddPortsQueriesAndNamesThatLeadNowhereYetAreTaken() throws Exception {
        try (Names names = new Names(nowhere(), Duration.ofSeconds(20))) {
            ReceiverUrls urls = new ReceiverUrls(names, STRICT, false);
            assertEquals(Optional.empty(), urls.objection("contoso.com", "https://hooks.example.com:8443/foyer?key=1"));
        }
        ReceiverUrl url = ReceiverUrl.of("HTTPS://hooks.example.com:8443/a%20b?key=%2F", false);
        assertEquals(8443, url.port());
        assertEquals("/a%20b?key=%2F", url.target());
        assertEquals(443, ReceiverUrl.of("https://hooks.example.com", false).port());
        assertEquals("/", ReceiverUrl.of("https://hooks.example.com", false).target());
        assertEquals("2606::1", ReceiverUrl.of("https://[2606::1]/", false).host());
    }

    /** An attacker adds an address on the inside to their name and hopes for the draw. */
    @Test
    void oneAddressInsideIsEnoughToRefuse() throws Exception {
        try (Names names = new Names(
                host -> Stream.of("1.1.1.1", "10.0.0.1")
                        .map(ReceiverUrlTest::literal)
                        .toArray(InetAddress[]::new),
                Duration.ofSeconds(20))) {
            assertTrue(new ReceiverUrls(names, STRICT, false)
                    .objection("contoso.com", "https://hooks.example.com/")
                    .isPresent());
        }
    }

    @Test
    void whatTheConfigurationAllowsIsToldAlsoByHttp() throws Exception {
        try (Names names = new Names(InetAddress::getAllByName, Duration.ofSeconds(20))) {
            ReceiverUrls urls = new ReceiverUrls(names, LOOPBACK, true);
            assertEquals(Optional.empty(), urls.objection("contoso.com", "http://127.0.0.1:8080/"));
            assertTrue(urls.objection("contoso.com", "http://1.1.1.1/")
                    .orElse("taken")
                    .contains("https"));
            assertTrue(urls.objection("contoso.com", "https://10.0.0.1/")
                    .orElse("taken")
                    .contains("inside"));
        }
    }

    @Test
    void aNameServerThatDoesNotAnswerHoldsOneThreadOnly() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (Names names = new Names(
                host -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new UnknownHostException(host);
                },
                Duration.ofMillis(50))) {
            for (int i = 0; i < 100; i++) {
                assertThrows(UnknownHostException.class, () -> names.of("contoso.com", "slow.example"));
            }
            assertThrows(UnknownHostException.class, () -> names.of("contoso.com", "another.example"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "fd00::/129", "localhost/8", "10.0.0/x", "/8", ""})
    void whatIsNoRangeIsSaidSo(String text) {
        var refused = assertThrows(IllegalArgumentException.class, () -> Cidr.of(text));
        assertTrue(refused.getMessage().contains("no range of addresses"), refused::getMessage);
    }

    /** On a machine with an address on the internet it is reached by that from within, too. */
    @Test
    void whatIsThisMachinesOwnIsOnTheInside() throws Exception {
        InetAddress own = literal("1.1.1.1");
        assertFalse(new AddressRules(List.of(), own::equals).mayBeTold(own));
        assertTrue(new AddressRules(List.of(), own::equals).mayBeTold(literal("1.0.0.1")));
        assertTrue(new AddressRules(List.of(Cidr.of("1.1.1.1/32")), own::equals).mayBeTold(own), "unless allowed");
        for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(one.getInetAddresses())) {
                assertTrue(AddressRules.isOurs(address), address::toString);
            }
        }
        assertFalse(AddressRules.isOurs(own));
    }

    private static Names.Lookup nowhere() {
        return host -> {
            throw new UnknownHostException(host);
        };
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
