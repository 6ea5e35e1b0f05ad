package dev.foyer.gateway.scim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("G4")
class ScimTokenTest {

    @Test
    void isReadAsItWasMade() {
        for (int i = 0; i < 200; i++) { // the secret's letters include the one that stands between the parts
            ScimToken made = ScimToken.make("contoso.com");
            ScimToken read = ScimToken.parse(made.text()).orElseThrow();
            assertEquals(made, read);
            assertTrue(read.hasDigest(made.digest()));
        }
    }

    @Test
    void noOtherHasItsDigest() {
        ScimToken made = ScimToken.make("contoso.com");
        assertFalse(made.hasDigest(ScimToken.make("contoso.com").digest()));
        assertFalse(new ScimToken("fabrikam.com", made.id(), made.text().replace("contoso", "fabrikam"))
                .hasDigest(made.digest()));
    }

    @Test
    void printsNothingOfItsSecret() {
        ScimToken made = ScimToken.make("contoso.com");
        String secret = made.text().substring(made.text().length() - 43);
        assertFalse(made.toString().contains(secret));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "foyerscim",
                "foyerscim_contoso.com_9f86d081884c7d65",
                "foyerscim_Contoso.com_9f86d081884c7d65_x",
                "foyerscim_contoso.com_9F86D081884C7D65_x",
                "eyJhbGciOiJSUzI1NiJ9.e30.c2ln"
            })
    void whatLooksLikeNoneIsNone(String text) {
        assertTrue(ScimToken.parse(text).isEmpty());
    }
}
