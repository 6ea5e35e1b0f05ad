package dev.foyer.local.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.plain.PlainAuthenticateCallback;

/**
 * Who signs in by PLAIN: whoever has the password in the file with their name. The files are read at each sign-in, so that
 * users come and go without a restart (Kafka's own handler has them in the broker's settings). Used by the broker, by name.
 */
public final class PasswordFiles implements AuthenticateCallbackHandler {

    /** The option of the login module that names the folder. */
    static final String FOLDER = "folder";

    /** Nothing that is a path, and no draft of a file, which begins with a dot. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,198}[a-z0-9])?");

    private static final byte[] NOBODYS = new byte[40];

    private Path folder;

    @Override
    public void configure(Map<String, ?> settings, String mechanism, List<AppConfigurationEntry> logins) {
        folder = Path.of((String) logins.getFirst().getOptions().get(FOLDER));
    }

    @Override
    public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
        String name = null;
        for (Callback callback : callbacks) {
            switch (callback) {
                case NameCallback asked -> name = asked.getDefaultName();
                case PlainAuthenticateCallback asked -> asked.authenticated(isPasswordOf(name, asked.password()));
                default -> throw new UnsupportedCallbackException(callback);
            }
        }
    }

    /** Takes as long for a name that nobody has. */
    private boolean isPasswordOf(String name, char[] given) {
        byte[] expected = passwordOf(name);
        boolean same = MessageDigest.isEqual(expected, new String(given).getBytes(UTF_8));
        return same && expected != NOBODYS;
    }

    private byte[] passwordOf(String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            return NOBODYS;
        }
        try {
            byte[] password = Files.readString(folder.resolve(name)).strip().getBytes(UTF_8);
            return password.length == 0 ? NOBODYS : password;
        } catch (IOException e) {
            return NOBODYS;
        }
    }

    @Override
    public void close() {
        // holds nothing
    }
}
