package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That answers which the document does not say are found: else that nothing is found would mean nothing. */
@Tag("F")
class PublicDocumentCheckTest {

    private static final String ME =
            "{\"account\":\"admin\",\"tenant\":\"contoso.com\",\"roles\":[\"auditor\"],\"permissions\":[]}";
    private static final String JSON = "application/json; charset=utf-8";

    private final PublicDocument document = PublicDocument.ours();

    private List<String> untrue(int status, String type, String body) {
        return document.untrue("GET", "/api/v1/me?x=y", status, type, body);
    }

    private void isFound(String words, List<String> found) {
        assertTrue(found.size() == 1 && found.getFirst().contains(words), found::toString);
    }

    @Test
    void whatIsSaidIsTrue() {
        assertEquals(List.of(), untrue(200, JSON, ME));
        assertEquals(
                List.of(),
                untrue(
                        401,
                        "application/problem+json",
                        "{\"type\":\"/problems/not-signed-in\",\"title\":\"x\",\"status\":401,\"detail\":\"y\"}"));
    }

    @Test
    void oneOperationHasManySpellings() {
        for (String path : List.of("/api/v1/me/", "/api/v1/%6de", "/api/v1/me?x=%2F")) {
            assertEquals(List.of(), document.untrue("GET", path, 200, JSON, ME), path);
            isFound("which is not described", document.untrue("GET", path, 201, JSON, ME));
        }
        assertEquals(List.of(), document.untrue("OPTIONS", "/api/v1/me", 200, "", ""));
    }

    @Test
    void whatIsNotSaidIsFound() {
        isFound("which is not described", untrue(201, JSON, ME));
        isFound("with text/html", untrue(200, "text/html", "<p>"));
        isFound(
                "is not as required",
                untrue(200, JSON, "{\"account\":\"admin\",\"tenant\":\"contoso.com\",\"roles\":[]}"));
        isFound("is not as enum", untrue(200, JSON, ME.replace("auditor", "king")));
        isFound("no problem of RFC 9457", untrue(401, JSON, "{}"));
        isFound(
                "not among the problem types",
                untrue(
                        401,
                        "application/problem+json",
                        "{\"type\":\"/problems/made-up\",\"title\":\"x\",\"status\":401,\"detail\":\"y\"}"));
        isFound("is not described", document.untrue("GET", "/api/v1/nothing", 200, JSON, "{}"));
    }
}
