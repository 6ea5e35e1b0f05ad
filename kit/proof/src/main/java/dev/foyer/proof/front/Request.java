package dev.foyer.proof.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * What is asked. Prints nothing of itself: it carries a password, and maybe a PIN.
 *
 * @param authorization the value of that header
 * @param body empty: none
 */
record Request(String method, String path, String authorization, String contentType, String body) {

    static Request json(String method, String path, String authorization, String body) {
        return new Request(method, path, authorization, "application/json", body);
    }

    static Request get(String path, String authorization) {
        return json("GET", path, authorization, "");
    }

    static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "Request[" + method + "]";
    }
}
