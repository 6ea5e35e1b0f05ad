package dev.foyer.ctl.client;

import java.util.function.Function;

/** A tenant with a user, another one without a number, and some numbers, for cmdlets that only look; it says yes to whatever is to be changed, and changes nothing. */
public final class StubTenant implements Function<StubServer.Asked, StubServer.Told> {

    private static final String ME =
            "{\"account\":\"admin\",\"tenant\":\"contoso.com\",\"roles\":[\"conferencing-admin\"]}";
    private static final String SETTINGS = """
            {"pinLength":5,"entryExitAnnouncements":"USE_NAMES","nameRecording":true,"maskCallerNumbers":"EXTERNAL",
             "serviceNumbers":[{"number":"+14255550100","type":"TOLL","city":"Seattle","languages":["en"]},
                               {"number":"+14255550177","type":"TOLL"},{"number":"+390255550100","type":"TOLL"},{"number":"+14255551234","type":"TOLL"}],
             "defaultServiceNumber":"+14255550100"}""";

    private final boolean enabled;

    /** @param enabled whether they are */
    public StubTenant(boolean enabled) {
        this.enabled = enabled;
    }

    /** The first one. */
    public String user() {
        return """
            {"userId":"u-1","userPrincipalName":"amos.marble@contoso.com","displayName":"Amos Marble","conferencing":
             {"enabled":%s,"conferenceId":"1234567","serviceNumber":"+14255550100"}}""".formatted(enabled);
    }

    @Override
    public StubServer.Told apply(StubServer.Asked asked) {
        return new StubServer.Told(200, body(asked.path()), "");
    }

    private String body(String path) {
        if (path.equals("/api/v1/me")) {
            return ME;
        }
        if (path.equals("/api/v1/settings")) {
            return SETTINGS;
        }
        String other = user().replace("u-1", "u-2").replace("\"serviceNumber\"", "\"noNumber\"");
        return path.startsWith("/api/v1/users?") ? "{\"total\":2,\"items\":[" + user() + "," + other + "]}" : user();
    }
}
