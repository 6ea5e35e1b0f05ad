package dev.foyer.service.keys;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Security;
import org.jboss.logging.Logger;
import org.jose4j.jca.ProviderContext;

/**
 * Who computes on the curve P-256. Each command is signed, verified and sealed several times, and the JDK takes half a
 * millisecond where AWS-LC takes a twentieth of one: so it is AWS-LC (through the Amazon Corretto Crypto Provider)
 * where that can be loaded, and the JDK on every other machine. It comes last in the list of providers: nothing uses it
 * that does not ask for it by name. It tests itself before its first work, and here rather than in the first requests, which are on
 * virtual threads: there one that was put aside while it read a file of the program waited for a carrier, and all carriers for a
 * class that another thread was loading from that file. Thread-safe.
 */
public final class CurveProvider {

    private static final Logger LOG = Logger.getLogger(CurveProvider.class);
    private static final ProviderContext CONTEXT = context(load());

    private CurveProvider() {}

    /** To be given to each signature and each seal; not to be changed. */
    public static ProviderContext context() {
        return CONTEXT;
    }

    /** The provider's name; {@code null} leaves the choice to the JDK. */
    private static String load() {
        try {
            AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
            if (provider.getLoadingError() == null) {
                provider.assertHealthy();
                Security.addProvider(provider);
                return provider.getName();
            }
            LOG.infof("Signatures are made by the JDK, and slower: %s", provider.getLoadingError());
        } catch (LinkageError | RuntimeException e) {
            LOG.infof("Signatures are made by the JDK, and slower: %s", e);
        }
        return null;
    }

    private static ProviderContext context(String name) {
        ProviderContext context = new ProviderContext();
        use(context.getSuppliedKeyProviderContext(), name);
        use(context.getGeneralProviderContext(), name);
        return context;
    }

    private static void use(ProviderContext.Context context, String name) {
        context.setSignatureProvider(name);
        context.setKeyAgreementProvider(name);
        context.setKeyPairGeneratorProvider(name);
    }
}
