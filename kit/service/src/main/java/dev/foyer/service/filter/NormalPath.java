package dev.foyer.service.filter;

import java.util.Optional;
import java.util.Set;

/**
 * The one form of a path that everything behind the door sees, so that no two parts of us read it differently: encoded
 * characters that need no encoding are decoded, one slash at its end is dropped. What two readers could take for different
 * paths has no form: empty segments, {@code .} and {@code ..}, parameters after {@code ;}, slashes and backslashes that
 * come encoded, control characters.
 */
final class NormalPath {

    /** Swagger UI's files lie beside this address and would be looked for elsewhere without the slash. */
    private static final Set<String> ENDS_WITH_A_SLASH = Set.of("/", "/q/swagger-ui/");

    private NormalPath() {}

    /** @param raw as it stands in the request line, without the query */
    static Optional<String> of(String raw) {
        if (raw == null || !raw.startsWith("/") || raw.chars().anyMatch(NormalPath::isNoPartOfAPath)) {
            return Optional.empty();
        }
        return Percent.decode(raw)
                .filter(decoded -> slashes(decoded) == slashes(raw))
                .filter(decoded -> decoded.indexOf('\\') < 0 && decoded.chars().noneMatch(Character::isISOControl))
                .filter(NormalPath::hasNoStrangeSegment)
                .map(NormalPath::withoutLastSlash)
                .map(Percent::encodePath);
    }

    private static boolean isNoPartOfAPath(int one) {
        return one <= ' ' || one >= 0x7F || one == ';' || one == '\\' || one == '?' || one == '#';
    }

    private static long slashes(String text) {
        return text.chars().filter(one -> one == '/').count();
    }

    private static String withoutLastSlash(String path) {
        return path.endsWith("/") && !ENDS_WITH_A_SLASH.contains(path) ? path.substring(0, path.length() - 1) : path;
    }

    private static boolean hasNoStrangeSegment(String path) {
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean nothingAtTheEnd = i == segments.length - 1 && segments[i].isEmpty();
            if (!nothingAtTheEnd && (segments[i].isEmpty() || segments[i].equals(".") || segments[i].equals(".."))) {
                return false;
            }
        }
        return true;
    }
}
