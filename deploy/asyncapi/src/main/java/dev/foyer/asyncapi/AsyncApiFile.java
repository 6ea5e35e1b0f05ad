package dev.foyer.asyncapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The document as the committed file {@code docs/asyncapi.yaml}. */
public final class AsyncApiFile {

    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(Feature.WRITE_DOC_START_MARKER)
            .disable(Feature.SPLIT_LINES)
            .enable(Feature.MINIMIZE_QUOTES)
            .enable(Feature.LITERAL_BLOCK_STYLE)
            .enable(Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .stringQuotingChecker(new PlainWords())
            .build());

    private AsyncApiFile() {}

    /** Where it lies. */
    public static Path of(Repository repository) {
        return repository.root().resolve("docs/asyncapi.yaml");
    }

    /** The same tree gives the same text. */
    public static String text(JsonNode document) {
        try {
            return YAML.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Writes the file anew.
     *
     * @return whether it was another one before
     */
    public static boolean write(Repository repository) {
        String text = text(AsyncApi.of(repository).document());
        Path file = of(repository);
        try {
            if (Files.exists(file) && Files.readString(file).equals(text)) {
                return false;
            }
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return true;
        } catch (IOException e) {
            throw new CannotRun(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Quotes what any version of YAML might take for a number, a date or a truth. */
    private static final class PlainWords extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;
        private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9 ,./()'_-]*[A-Za-z0-9.)]");

        @Override
        public boolean needToQuoteValue(String value) {
            return value.indexOf('\n') < 0
                    && (super.needToQuoteValue(value) || !PLAIN.matcher(value).matches());
        }
    }
}
