package dev.foyer.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a sign-in leads on to: what somebody else puts into the address leads nowhere. */
class OnwardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/users/amos.marble",
                "/admin/users?q=a%20b&state=locked",
                "/admin/meetings/1234567",
                "/admin/users/odd%2Fid"
            })
    void aPageOfOursIsGoneOnTo(String wanted) {
        assertEquals(wanted, Onward.to(wanted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/admin/users",
                "//evil.example/admin/users",
                "/admin//evil.example",
                "/admin/../api/v1/users",
                "/admin/users/..//evil.example",
                "/\\evil.example",
                "/admin/\\evil.example",
                "/admin/users\r\nSet-Cookie: a=b",
                "/admin/sign-in?next=/admin/sign-in",
                "/adminx",
                "/api/v1/users",
                "javascript:alert(1)"
            })
    void nothingElseIs(String wanted) {
        assertEquals("/admin/users", Onward.to(wanted));
    }
}
