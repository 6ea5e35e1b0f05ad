import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks whether the program of this container is ready, where no shell and no curl is. Exit code 0: it is. */
final class Health {

    private Health() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 1) {
            System.exit(Files.exists(Path.of(arguments[0])) ? 0 : 1);
        }
        HttpURLConnection asked = (HttpURLConnection)
                URI.create(System.getenv("FOYER_HEALTH")).toURL().openConnection();
        asked.setConnectTimeout(3_000);
        asked.setReadTimeout(3_000);
        System.exit(asked.getResponseCode() == 200 ? 0 : 1);
    }
}
