package dev.foyer.notification;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of the running service, with what it takes to send it deliveries and to see what becomes of them. */
public abstract class WithSetup {

    /** Anew for each test. */
    protected NotificationTestSetup setup;

    @BeforeEach
    void open() {
        setup = new NotificationTestSetup();
    }

    @AfterEach
    void close() {
        setup.close();
    }
}
