package dev.foyer.ctl.client;

import dev.foyer.ctl.CtlException;
import java.net.URI;

/** Where somebody is to be asked, as it is typed: secrets go there, so over https only, but to this machine itself. */
public final class Address {

    private Address() {}

    /** A gateway's, of which only the beginning counts. */
    public static URI ofGateway(String typed) {
        URI url = checked(typed, "a gateway", "https://foyer.contoso.com");
        return URI.create(url.getScheme() + "://" + url.getAuthority());
    }

    /** A company's sign-in, or one of its doors, with its path. */
    public static URI ofProvider(String typed) {
        return checked(typed, "an OpenID Connect provider", "https://sso.contoso.com/realms/staff");
    }

    private static URI checked(String typed, String whose, String example) {
        String text = typed.strip().replaceFirst("(?i)^https:", "https:").replaceFirst("(?i)^http:", "http:");
        String shown = text.replaceAll("//.*@", "//***@");
        URI url;
        try {
            url = URI.create(text.contains("://") ? text : "https://" + text);
        } catch (IllegalArgumentException _) {
            throw none(shown, whose, example);
        }
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getUserInfo() != null) {
            throw none(shown, whose, example);
        }
        if ("http".equals(url.getScheme()) && !url.getHost().matches("(?i)localhost|127\\.[0-9.]*|\\[::1\\]")) {
            throw CtlException.usage("\"" + shown + "\" would send passwords in clear: give https://" + url.getHost()
                    + "; plain http is for this machine itself.");
        }
        return url;
    }

    private static CtlException none(String shown, String whose, String example) {
        return CtlException.usage("\"" + shown + "\" is no address of " + whose + "; give one such as " + example
                + ", without a password.");
    }
}
