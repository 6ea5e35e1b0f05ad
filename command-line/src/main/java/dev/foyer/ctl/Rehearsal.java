package dev.foyer.ctl;

import com.sun.net.httpserver.HttpServer;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.command.Interpreter;
import dev.foyer.ctl.session.Session;
import dev.foyer.ctl.session.SystemConsole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the program does while its start is recorded: the lines that administrators type most, against a door that answers
 * always the same. Whether they succeed does not matter, only which classes they need.
 */
final class Rehearsal {

    private static final String USER = """
            {"userId":"amos.marble","userPrincipalName":"amos.marble@contoso.com","displayName":"Amos Marble",
             "conferencing":{"enabled":true,"conferenceId":"1234567","pin":"***********","lock":null,"failedAttempts":0}}""";
    private static final String ANSWER = USER.replaceFirst(
            "\\{",
            "{\"account\":\"admin\",\"tenant\":\"contoso.com\",\"roles\":[\"conferencing-admin\"],\"total\":1,\"items\":["
                    + USER + "],");

    private static final List<String> LINES = List.of(
            "--help",
            "user --help",
            "user get amos.marble@contoso.com",
            "user list -o json",
            "whoami --verbose",
            "Get-CsOnlineDialInConferencingUser -Identity amos.marble@contoso.com",
            "Get-CsOnlineDialInConferencingUser | ? { $_.ConferenceId -like '1*' } | ft Identity, ConferenceId",
            "Get-CsOnlineDialInConferencingUser -o csv",
            "Set-CsOnlineDialInConferencingUser -id amos.marble -ResetLeaderPIN -WhatIf",
            "Set-CsOnlineDialInConferencingUser -id amos.marble -ResetLeaderPIN -o none",
            "Get-CsOnlineDialInConferencingTenantSettings",
            "Get-Help Set-CsOnlineDialInConferencingUser -Examples",
            "Get-Help",
            "Get-CsOnlineDialInConferencingUser -Wrong",
            "unknown");

    private Rehearsal() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws IOException {
        HttpServer door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.createContext("/", exchange -> {
            byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        door.start();
        Path home = Files.createTempDirectory("foyerctl-rehearsal");
        Map<String, String> environment = Map.of(
                "FOYER_URL", "http://localhost:" + door.getAddress().getPort(),
                "FOYER_ACCOUNT", "rehearsal",
                "FOYER_PASSWORD", "rehearsal",
                "FOYERCTL_OUT_IS_TERMINAL", "1");
        Session session = new Session(new SystemConsole(environment), new Folder(home), environment);
        Interpreter interpreter = new Interpreter(session);
        LINES.forEach(interpreter::run);
        door.stop(0);
        // What is left of runs that ended is an empty folder.
        Files.deleteIfExists(home.resolve("runs"));
        Files.deleteIfExists(home);
        System.exit(0);
    }
}
