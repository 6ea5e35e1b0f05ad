package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A directory system provisions over SCIM, from the making of its token to its end, on packaged processes. */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
@Tag("G4")
class ScimIT {

    private static final String TOKENS = "/api/v1/scim-tokens";
    private static final String USERS = "/scim/v2/Users";
    private static final String CONFERENCING = "urn:foyer:params:scim:schemas:extension:conferencing:2.0:User";
    private static final String NAME = "scim.mira@contoso.com";

    private static final JsonMapper JSON = new JsonMapper();

    private static SharedFoyer shared;
    private static Cast cast;

    @BeforeAll
    static void know(SharedFoyer foyer) {
        shared = foyer;
        cast = foyer.foyer().cast();
    }

    @Test
    void aUserComesChangesIsTurnedOffAndGoesAsEntraSaysIt() {
        Answer token = token(cast.admin(), "Entra ID");
        Api entra = system(token.text("token"));
        assertEquals("0", entra.get(byName()).text("totalResults"), "the probe with which it begins");

        Answer made = entra.post(USERS, person("00u-scim-1"));
        assertEquals(201, made.status(), made::toString);
        String id = made.text("id");
        String location = made.headers().firstValue("Location").orElseThrow();
        assertTrue(location.endsWith(USERS + "/" + id), location);
        assertEquals("true", extension(made, "enabled"), made::toString);
        String conferenceId = extension(made, "conferenceId");
        assertEquals(conferenceId, cast.admin().get("/api/v1/users/" + id).text("conferencing.conferenceId"));
        assertEquals(
                "****",
                cast.admin().get("/api/v1/users/" + id).text("conferencing.pin").substring(0, 4));

        Answer again = entra.post(USERS, person("00u-scim-2"));
        assertEquals(409, again.status(), again::toString);
        assertEquals("uniqueness", again.text("scimType"));

        Answer found = entra.get(byName());
        assertEquals("1", found.text("totalResults"));
        assertEquals(
                "00u-scim-1", found.at("Resources").path(0).path("externalId").asText());

        Answer changed = patch(entra, id, Map.of("op", "Replace", "path", "displayName", "value", "Mira Berg"));
        assertEquals(200, changed.status(), changed::toString);
        assertEquals("Mira Berg", cast.admin().get("/api/v1/users/" + id).text("displayName"));
        String before = changed.headers().firstValue("ETag").orElseThrow();

        Answer off = patch(entra, id, Map.of("op", "Replace", "path", "active", "value", "False"));
        assertEquals(200, off.status(), off::toString);
        assertEquals("false", off.text("active"));
        assertEquals("false", extension(off, "enabled"));
        assertNotEquals(before, off.headers().firstValue("ETag").orElseThrow());
        assertEquals(
                412, entra.with("If-Match", before).delete(USERS + "/" + id).status(), "it changed since that version");
        Answer refused = cast.admin().post("/api/v1/users/" + id + "/conferencing", Map.of());
        assertEquals(409, refused.status(), refused::toString);

        Answer on = patch(
                entra,
                id,
                Map.of("op", "Replace", "path", "active", "value", "True"),
                Map.of("op", "Replace", "path", CONFERENCING + ":enabled", "value", "True"));
        assertEquals("true", extension(on, "enabled"), on::toString);
        assertNotEquals(conferenceId, extension(on, "conferenceId"), "the one before was given back");

        assertEquals(204, entra.delete(USERS + "/" + id).status());
        assertEquals(404, entra.get(USERS + "/" + id).status());
        assertEquals(404, cast.admin().get("/api/v1/users/" + id).status());
        isInTheAudit(token.text("id"));
        isUsedToday(token.text("id"));
        assertEquals(204, cast.admin().delete(TOKENS + "/" + token.text("id")).status());
        assertEquals(401, entra.get(USERS).status(), "from the answer on");
    }

    @Test
    @Tag("G3")
    void peopleAreAskedWhyAndDirectorySystemsAreNot() {
        Api system = system(token(cast.admin(), "why").text("token"));
        Map<String, Object> person = new HashMap<>(person("00u-scim-why"));
        person.put("userName", "scim.why@contoso.com");
        String id = system.post(USERS, person).text("id");
        String lock = "/api/v1/users/" + id + "/pin/lock";
        Map<String, Object> none = new HashMap<>(Map.of("reasons", "OFF"));
        none.put("reasonPattern", null);
        Answer wanted =
                cast.admin().patch("/api/v1/settings", Map.of("reasons", "REQUIRED", "reasonPattern", "INC[0-9]{7}"));
        assertEquals(200, wanted.status(), wanted::toString);
        try {
            Answer unsaid = cast.admin().post(lock, Map.of());
            assertEquals(400, unsaid.status(), unsaid::toString);
            assertEquals("/problems/reason-required", unsaid.text("type"));
            assertEquals(
                    204,
                    cast.admin()
                            .with("X-Reason", "INC0012345 lost phone")
                            .post(lock, Map.of())
                            .status());
            assertEquals(
                    204,
                    system.with("X-Correlation-Id", "scim-why-1")
                            .delete(USERS + "/" + id)
                            .status());
        } finally {
            assertEquals(200, cast.admin().patch("/api/v1/settings", none).status());
        }
        String all = cast.auditor()
                .with("Accept", "text/csv")
                .get("/api/v1/audit?user=" + id)
                .body()
                .asText();
        assertTrue(of(all, "PinLocked").endsWith(",INC0012345 lost phone"), all);
        assertTrue(of(all, "UserRemoved").endsWith(",scim-why-1"), all);
        digestsStayWithTheServices();
    }

    private static String of(String csv, String type) {
        return csv.lines()
                .filter(line -> line.contains("," + type + ","))
                .findFirst()
                .orElse("");
    }

    /** What a tenant's systems read of its tokens is not by what they are known. */
    private static void digestsStayWithTheServices() {
        Topics theirs = new Topics(
                shared.foyer().connection("contoso.com"), shared.foyer().connection("contoso.com"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            List<String> made = theirs.committed("out.contoso.com.events").stream()
                    .filter(record -> Records.type(record).equals("foyer.pin.ScimTokenMade.v1"))
                    .map(Records::text)
                    .toList();
            assertTrue(made.stream().anyMatch(data -> data.contains("\"why\"")), made::toString);
            assertFalse(made.toString().contains("digest"), made::toString);
        });
    }

    @Test
    void ofAnotherTenantNothingIsThere() {
        Api ours = system(token(cast.admin(), "ours").text("token"));
        Api theirs = system(token(cast.otherAdmin(), "theirs").text("token"));
        Map<String, Object> person = new HashMap<>(person("00u-scim-3"));
        person.put("userName", "scim.other@contoso.com");
        String id = ours.post(USERS, person).text("id");
        assertEquals(404, theirs.get(USERS + "/" + id).status());
        assertEquals(404, theirs.put(USERS + "/" + id, person).status());
        assertEquals(
                404,
                patch(theirs, id, Map.of("op", "replace", "path", "active", "value", false))
                        .status());
        assertEquals(404, theirs.delete(USERS + "/" + id).status());
        assertEquals(
                "0",
                theirs.get(USERS + "?filter=" + encoded("id eq \"" + id + "\"")).text("totalResults"));
        assertEquals(204, ours.delete(USERS + "/" + id).status());
    }

    @Test
    void manyAtOnceAreEachDoneOrRefused() {
        Api okta = system(token(cast.admin(), "bulk").text("token"));
        List<Map<String, Object>> operations = List.of(
                operation("POST", "/Users", "a", bulkPerson(1)),
                operation("POST", "/Users", "b", bulkPerson(2)),
                operation("POST", "/Users", "c", bulkPerson(1)),
                operation("PATCH", "/Users/bulkId:a", "d", replacing("displayName", "Bulk and changed")));
        Answer done = okta.post(
                "/scim/v2/Bulk",
                Map.of(
                        "schemas",
                        List.of("urn:ietf:params:scim:api:messages:2.0:BulkRequest"),
                        "Operations",
                        operations));
        assertEquals(200, done.status(), done::toString);
        assertEquals("201", done.at("Operations").path(0).path("status").asText(), done::toString);
        assertEquals("201", done.at("Operations").path(1).path("status").asText(), done::toString);
        assertEquals("409", done.at("Operations").path(2).path("status").asText(), done::toString);
        assertEquals(
                "uniqueness",
                done.at("Operations").path(2).path("response").path("scimType").asText());
        assertEquals("200", done.at("Operations").path(3).path("status").asText(), done::toString);
        String made = done.at("Operations").path(0).path("location").asText();
        assertEquals(
                "Bulk and changed",
                okta.get(made.substring(made.indexOf("/scim/"))).text("displayName"),
                "whom another operation of the same request made");
    }

    private static Map<String, Object> replacing(String path, Object value) {
        return Map.of(
                "schemas",
                List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"),
                "Operations",
                List.of(Map.of("op", "replace", "path", path, "value", value)));
    }

    @Test
    @Tag("case-S7")
    void guessingAtTokensIsSlowedAndKeepsNobodyOut() throws IOException {
        String right = token(cast.admin(), "guessed at").text("token");
        int compared = 0;
        try (Browser guesser = new Browser(shared.foyer().page(), "127.0.0.77")) {
            for (int i = 0; i < 60; i++) {
                String guess = right.substring(0, right.length() - 43) + "A".repeat(40) + (100 + i);
                int status = guesser.api(USERS, "Bearer " + guess).statusCode();
                assertTrue(status == 401 || status == 429, "" + status);
                compared += status == 401 ? 1 : 0;
            }
            assertTrue(compared >= 5 && compared < 20, compared + " tokens were looked at");
            assertEquals(200, guesser.api(USERS, "Bearer " + right).statusCode(), "whoever is right does not wait");
        }
    }

    /** Its secret is hunted for at the end, in all files and topics. */
    private static Answer token(Api admin, String name) {
        Answer made = admin.post(TOKENS, Map.of("name", name));
        assertEquals(201, made.status(), made::toString);
        String token = made.text("token");
        shared.secrets()
                .add(
                        "a token for SCIM",
                        null,
                        token.substring(token.length() - 43).getBytes(StandardCharsets.UTF_8));
        assertFalse(admin.get(TOKENS).body().toString().contains(token));
        return made;
    }

    private static Api system(String token) {
        return cast.nobody().with("Authorization", "Bearer " + token).with("Accept", "application/scim+json");
    }

    private static Map<String, Object> person(String externalId) {
        return Map.of(
                "schemas",
                List.of("urn:ietf:params:scim:schemas:core:2.0:User", CONFERENCING),
                "externalId",
                externalId,
                "userName",
                NAME,
                "displayName",
                "Mira Holm",
                "active",
                true,
                "emails",
                List.of(Map.of("primary", true, "type", "work", "value", NAME)),
                "name",
                Map.of("givenName", "Mira", "familyName", "Holm"),
                CONFERENCING,
                Map.of("enabled", true));
    }

    private static Map<String, Object> bulkPerson(int number) {
        return Map.of(
                "schemas",
                List.of("urn:ietf:params:scim:schemas:core:2.0:User"),
                "userName",
                "scim.bulk-" + number + "@contoso.com",
                "displayName",
                "Bulk " + number);
    }

    private static Map<String, Object> operation(String method, String path, String bulkId, Object data) {
        return Map.of("method", method, "path", path, "bulkId", bulkId, "data", data);
    }

    @SafeVarargs
    private static Answer patch(Api system, String id, Map<String, Object>... operations) {
        String body = JSON.valueToTree(Map.of(
                        "schemas", List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"), "Operations", operations))
                .toString();
        return system.send("PATCH", USERS + "/" + id, body, Map.of("Content-Type", "application/scim+json"));
    }

    private static String byName() {
        return USERS + "?filter=" + encoded("userName eq \"" + NAME + "\"");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String extension(Answer answer, String attribute) {
        return answer.body().path(CONFERENCING).path(attribute).asText();
    }

    private static void isInTheAudit(String tokenId) {
        String audit =
                cast.admin().get("/api/v1/audit?actor=scim." + tokenId).body().toString();
        assertTrue(audit.contains("UserProvisioned") && audit.contains("UserRemoved"), audit);
    }

    /** Midnight may come between. */
    private static void isUsedToday(String tokenId) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Set<String> days = Set.of(today.toString(), today.minusDays(1).toString());
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            String lastUsedOn = "never";
            for (JsonNode token : cast.admin().get(TOKENS).at("items")) {
                lastUsedOn = token.path("id").asText().equals(tokenId)
                        ? token.path("lastUsedOn").asText()
                        : lastUsedOn;
            }
            assertTrue(days.contains(lastUsedOn), lastUsedOn);
        });
    }
}
