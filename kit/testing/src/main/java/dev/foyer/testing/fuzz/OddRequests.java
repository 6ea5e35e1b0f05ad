package dev.foyer.testing.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Requests, each odd in some of its parts and proper in the others, so that it comes far enough in to do harm. */
public final class OddRequests {

    /**
     * What is sent.
     *
     * @param whole whether an answer can be expected
     */
    public record OddRequest(FuzzTarget door, byte[] bytes, boolean whole) {
        @Override
        public String toString() {
            return door + "\n" + new String(bytes, 0, Math.min(bytes.length, 1_500), UTF_8);
        }
    }

    private static final List<String> METHODS = List.of(
            "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "FROB", "get", "POST");
    private static final List<String> PARAMETERS = List.of(
            "u-17",
            "nobody",
            "amos@contoso.com",
            "4711007",
            "0",
            "-1",
            "x".repeat(200),
            "%20",
            "%00",
            "%2F",
            "%5C",
            "%2e%2e",
            "..",
            ".",
            "a%3Bb",
            ";a",
            "%c3%bc",
            "%ff",
            "%",
            "%25",
            "+",
            "*",
            "~",
            "'",
            "{x}",
            "%7Bx%7D",
            "9".repeat(40),
            "1e9",
            "null",
            "00000000-0000-0000-0000-000000000000",
            "contoso.com",
            "fabrikam.com",
            "");
    private static final List<String> PATHS = List.of(
            "/",
            "//",
            "*",
            "",
            "/nothing",
            "/internal",
            "/internal/x",
            "/internal/commands",
            "/internal/v1",
            "/api",
            "/api/",
            "/api/v1",
            "/api/v1/users/../settings",
            "/admin",
            "/admin/",
            "/admin/users/",
            "/admin;x",
            "//admin/users",
            "/admin/sign-in/failed",
            "/admin/sign-out",
            "/assets/../application.properties",
            "/assets/%2e%2e/x",
            "/webjars/x",
            "/q",
            "/q/health",
            "/q/metrics",
            "/q/openapi?format=x",
            "/q/swagger-ui",
            "/q/swagger-ui/",
            "/q/dev",
            "/favicon.ico",
            "http://x/",
            "relative",
            "/a#b");
    private static final List<String> QUERIES = List.of(
            "?",
            "?q=x",
            "?q=%",
            "?q=%ff",
            "?q=%00",
            "?q=" + "x".repeat(500),
            "?q=*:*",
            "?q=\"",
            "?q=(((((",
            "?limit=0",
            "?limit=-1",
            "?limit=9999999999",
            "?limit=1&limit=2",
            "?state=asleep",
            "?state=locked",
            "?sort=-displayName",
            "?sort=x",
            "?cursor=x",
            "?cursor=AAAA",
            "?cursor=%25",
            "?status=HELD",
            "?status=x",
            "?user=u-17",
            "?phase=x",
            "?phase=RUNNING",
            "?organizer=%20",
            "?&&=&",
            "?a=1;b=2",
            "?" + "a=1&".repeat(300),
            "?q=a%20b%2Bc~2^3");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json",
            "application/json",
            "application/merge-patch+json",
            "application/x-www-form-urlencoded",
            "text/plain",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16",
            "application/json; charset=none",
            "application/json;",
            "*/*",
            "a/b/c",
            ";",
            "",
            "application/JSON ; charset=\"UTF-8\"",
            "application/octet-stream",
            "application/xml");
    private static final List<String> HEADERS = List.of(
            "Accept: a/b/c",
            "Accept: text/csv",
            "Accept: text/html",
            "Accept: ;",
            "Accept: */*;q=x",
            "Accept:",
            "Accept: application/json",
            "Accept-Language: %%%",
            "Accept-Language: de-" + "x".repeat(100),
            "Accept-Encoding: gzip;q=x",
            "Accept-Charset: none",
            "Content-Encoding: gzip",
            "Cookie: foyer-session=abc",
            "Cookie: =;=;;,",
            "Cookie: foyer-session=" + "A".repeat(500),
            "Authorization: Basic %%%",
            "Authorization: Basic",
            "Authorization: Basic Og==",
            "Authorization: Bearer x",
            "Authorization: Basic " + "QQ".repeat(200),
            "Authorization: Digest x",
            "Idempotency-Key: ",
            "Idempotency-Key: k1",
            "Idempotency-Key: " + "k".repeat(300),
            "X-Correlation-Id: a b",
            "X-Correlation-Id: " + "x".repeat(100),
            "traceparent: 00-x-y-z",
            "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "HX-Request: true",
            "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Site: same-origin",
            "Sec-Fetch-Site: x",
            "Origin: null",
            "Origin: ://",
            "Origin: http://evil.example",
            "Referer: %",
            "Range: bytes=0-1",
            "Range: bytes=9-1",
            "Range: x",
            "If-Modified-Since: x",
            "If-None-Match: *",
            "Expect: 100-continue",
            "Expect: x",
            "Upgrade: websocket",
            "Upgrade: h2c",
            "Connection: Upgrade, HTTP2-Settings",
            "HTTP2-Settings: AAMAAABkAAQAAP__",
            "Connection: close",
            "Connection: x",
            "TE: trailers",
            "X-Forwarded-For: %",
            "Forwarded: x",
            "X-HTTP-Method-Override: DELETE",
            "Host: evil.example",
            "Content-Length: 5",
            "Content-Length: x",
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: x",
            "Authorization: Bearer a.b.c",
            "Authorization: Bearer " + "e".repeat(300),
            "no colon",
            ": empty",
            "X: \u0001",
            " folded: x");

    private final List<FuzzTarget> doors;
    private final Chance chance;
    private final OddBodies bodies;

    public OddRequests(List<FuzzTarget> doors, long seed) {
        this.doors = doors;
        this.chance = new Chance(seed);
        this.bodies = new OddBodies(chance);
    }

    public OddRequest next() {
        FuzzTarget door = chance.of(doors);
        FuzzTarget.Route route = chance.of(door.routes());
        String method = chance.onceIn(6) ? chance.of(METHODS) : route.method();
        List<String> head = new ArrayList<>();
        head.add(method + " " + target(route)
                + (chance.onceIn(60) ? " HTTP/9.9" : chance.onceIn(60) ? "" : " HTTP/1.1"));
        if (!chance.onceIn(50)) {
            head.add("Host: " + (chance.onceIn(50) ? "evil.example" : door.authority()));
        }
        head.addAll(chance.onceIn(12) ? List.of() : door.headers().get());
        boolean oddHeaders = chance.onceIn(2);
        for (int odd = oddHeaders ? chance.below(4) : 0; odd > 0; odd--) {
            head.add(chance.of(HEADERS));
        }
        byte[] body = chance.onceIn(4) ? new byte[0] : bodies.next();
        boolean chunked = chance.onceIn(10);
        if (body.length > 0) {
            head.add("Content-Type: " + chance.of(TYPES));
            head.add(chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length);
        }
        boolean whole = !chance.onceIn(40);
        return new OddRequest(door, bytes(head, body, chunked, whole), whole);
    }

    private String target(FuzzTarget.Route route) {
        String path = route.template();
        while (path.contains("{")) {
            String value = chance.onceIn(2) ? "u-17" : chance.of(PARAMETERS);
            path = path.replaceFirst("\\{[^}]*}", value.replace("{", "%7B").replace("$", "%24"));
        }
        if (chance.onceIn(8)) {
            path = chance.of(PATHS);
        }
        return path + (chance.onceIn(4) ? chance.of(QUERIES) : "");
    }

    private byte[] bytes(List<String> head, byte[] body, boolean chunked, boolean whole) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((String.join(chance.onceIn(80) ? "\n" : "\r\n", head) + "\r\n\r\n").getBytes(UTF_8));
        if (chunked && body.length > 0) {
            String size = chance.onceIn(10) ? "zz" : Integer.toHexString(body.length);
            bytes.writeBytes((size + "\r\n").getBytes(UTF_8));
            bytes.writeBytes(body);
            bytes.writeBytes("\r\n0\r\n\r\n".getBytes(UTF_8));
        } else {
            bytes.writeBytes(body);
        }
        byte[] all = bytes.toByteArray();
        return whole ? all : Arrays.copyOf(all, chance.below(all.length));
    }
}
