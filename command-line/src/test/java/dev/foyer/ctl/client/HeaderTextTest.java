package dev.foyer.ctl.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a header says is what was meant, in ASCII. */
@Tag("G3")
class HeaderTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INC0012345 lost phone  | INC0012345 lost phone",
                "100% + 1 *             | 100% + 1 *",
                "perché                 | UTF-8''perch%C3%A9",
                "100% + è *             | UTF-8''100%25%20%2B%20%C3%A8%20%2A",
                "李俊                    | UTF-8''%E6%9D%8E%E4%BF%8A",
                "utf-8''perch%C3%A9     | UTF-8''utf-8%27%27perch%25C3%25A9"
            })
    void whatIsNotAsciiIsWrittenInIt(String text, String header) {
        assertEquals(header, HeaderText.of(text));
    }
}
