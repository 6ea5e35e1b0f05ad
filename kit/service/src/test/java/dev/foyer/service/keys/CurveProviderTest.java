package dev.foyer.service.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import java.security.Security;
import java.security.Signature;
import org.junit.jupiter.api.Test;

class CurveProviderTest {

    @Test
    void thisMachineIsServedByTheFastOne() {
        assumeTrue("Linux".equals(System.getProperty("os.name")) && "amd64".equals(System.getProperty("os.arch")));

        assertEquals(
                "AmazonCorrettoCryptoProvider",
                CurveProvider.context().getSuppliedKeyProviderContext().getSignatureProvider());
    }

    /** Else the first request would do it, on a virtual thread. */
    @Test
    void whoGetsItFindsItTested() {
        assumeTrue("Linux".equals(System.getProperty("os.name")) && "amd64".equals(System.getProperty("os.arch")));

        CurveProvider.context();

        assertEquals(SelfTestStatus.PASSED, AmazonCorrettoCryptoProvider.INSTANCE.getSelfTestStatus());
    }

    @Test
    void whoDoesNotAskForItGetsTheJdksAsBefore() throws Exception {
        String before = Signature.getInstance("SHA256withECDSA").getProvider().getName();

        CurveProvider.context();

        assertEquals("SunEC", before);
        assertEquals(
                before, Signature.getInstance("SHA256withECDSA").getProvider().getName());
        assertEquals("SUN", Security.getProviders()[0].getName());
    }
}
