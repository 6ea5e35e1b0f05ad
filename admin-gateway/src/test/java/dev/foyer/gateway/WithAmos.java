package dev.foyer.gateway;

import dev.foyer.gateway.index.ReadModel;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** For tests of what is asked about somebody: the gateway knows Amos, {@code u-17} of contoso.com. */
public abstract class WithAmos {

    @Inject
    protected ReadModel index;

    @BeforeEach
    protected void amosIsThere() {
        Api.amosIsThere(index);
    }
}
