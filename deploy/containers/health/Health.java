import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Asks whether the program of this container is ready, where no shell and no curl is. Exit code 0: it is. A service says so itself, at the address
 * in {@code FOYER_HEALTH}; of others an address answers at all (first argument), and a file is there (second argument).
 */
final class Health {

    private Health() {}

    public static void main(String[] arguments) throws Exception {
        boolean isService = arguments.length == 0;
        int status = status(isService ? System.getenv("FOYER_HEALTH") : arguments[0]);
        boolean answers = isService ? status == 200 : status < 500;
        boolean isThere = arguments.length < 2 || Files.exists(Path.of(arguments[1]));
        System.exit(answers && isThere ? 0 : 1);
    }

    private static int status(String address) throws Exception {
        HttpURLConnection asked = (HttpURLConnection) URI.create(address).toURL().openConnection();
        asked.setConnectTimeout(3_000);
        asked.setReadTimeout(3_000);
        return asked.getResponseCode();
    }
}
