package dev.foyer.notification.mail;

import dev.foyer.testing.BrokerResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** A service with a mail server and keys that no other test uses, so that these may be changed. */
public class OwnMailServers implements QuarkusTestProfile {

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(BrokerResource.class), new TestResourceEntry(MailServers.class));
    }
}
