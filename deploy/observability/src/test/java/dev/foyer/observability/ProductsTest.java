package dev.foyer.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductsTest {

    @Test
    void whatIsCommittedIsWhatIsMade() throws IOException {
        for (Map.Entry<String, String> each : Products.all().entrySet()) {
            assertEquals(
                    each.getValue(),
                    Files.readString(Repository.find().root().resolve(each.getKey())),
                    () -> each.getKey() + ": ./foyer observability writes it anew");
        }
    }
}
