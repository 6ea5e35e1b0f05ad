package dev.foyer.base.callers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("G2")
@Tag("C4")
class WrittenNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+12065550166",
                "12065550166",
                "0012065550166",
                "00012065550166",
                "tel:+12065550166",
                "TEL:+1-206-555-0166",
                "tel:+12065550166;ext=1",
                "tel:+12065550166;ext=2;phone-context=x",
                "tel:+12065550166?x=1",
                "sip:+12065550166@host1",
                "sip:+12065550166@host2",
                "sip:+12065550166@host2:5061;transport=tls",
                "sips:+12065550166;cpc=ordinary@10.0.0.1;user=phone",
                "sip:+12065550166:secret@host1",
                "sip:%2B12065550166@host1",
                "sip:0012065550166@[2001:db8::1]",
                "+12065550166@host1",
                "\"Amos Marble\" <sip:+12065550166@host1>;tag=9f86",
                "Amos <tel:+12065550166",
                "+1 (206) 555-01.66",
                " +1/206/555 0166 ",
                "+1\u00a0206\u20115550166",
                "+1\u200b206\u2066555\u206901 66",
                "\uff0b\uff11\uff12\uff10\uff16\uff15\uff15\uff15\uff10\uff11\uff16\uff16",
                "+\u0661\u0662\u0660\u0666\u0665\u0665\u0665\u0660\u0661\u0666\u0666"
            })
    void howeverItIsWrittenItIsOneSource(String said) {
        assertEquals("12065550166", WrittenNumber.of(said).source());
    }

    @ParameterizedTest
    @CsvSource({
        "0212345642, 0212345642, 212345642",
        "00390212345642, 390212345642, 390212345642",
        "+0039 02 12345642, 390212345642, 390212345642",
        "000, 0, 0",
        "7, 7, 7"
    })
    void zerosBeforeItSayOnlyHowItIsDialled(String said, String digits, String source) {
        assertEquals(digits, WrittenNumber.of(said).digits().orElseThrow());
        assertEquals(source, WrittenNumber.of(said).source());
    }

    @ParameterizedTest
    @CsvSource({
        "sip:amos1@contoso.com, amos1@contoso.com",
        "SIP:Amos1@Contoso.com:5060;transport=udp, amos1@contoso.com",
        "sip:100%@contoso.com, 100%@contoso.com"
    })
    void aNameIsOneAtItsHost(String said, String source) {
        assertEquals(source, WrittenNumber.of(said).source());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "+", "anonymous", "sip:anonymous@anonymous.invalid", "sip:anonymous@10.0.0.1", "<>"})
    void withoutADigitBeforeTheHostThereIsNone(String said) {
        assertEquals("", WrittenNumber.of(said).source());
    }

    @Test
    void anotherNumberIsAnother() {
        assertEquals("", WrittenNumber.of(null).source());
        assertNotEquals(
                WrittenNumber.of("+12065550166").source(),
                WrittenNumber.of("+12065550167").source());
    }

    @Test
    void whatIsLongIsReadAtOnce() {
        for (String part : new String[] {"<", "1", ";", "%", "@", " ", "0", "tel:"}) {
            Assertions.assertTimeout(
                    Duration.ofSeconds(2),
                    () -> WrittenNumber.of(part.repeat(60_000)).source());
        }
    }
}
