package dev.foyer.docs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags of each test of a source file, with those of its class. Read as text, so that all modules can be looked at. */
final class TestTags {

    static final String LONG = "long";

    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([^\"]+)\"\\)");
    private static final Pattern TEST =
            Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|ArchTest)\\b.*");
    private static final Pattern LITERAL = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");

    private final Set<String> ofTheClass = new HashSet<>();
    private final List<Set<String>> tests = new ArrayList<>();

    /** What stands before the next declaration. */
    private final List<String> annotations = new ArrayList<>();

    private int open;

    private TestTags() {}

    /** One set for each test; one for the class when its tests stand elsewhere, as in a class that it extends. */
    static List<Set<String>> in(String source) {
        TestTags all = new TestTags();
        source.lines().forEach(all::read);
        if (all.tests.isEmpty()) {
            all.tests.add(new HashSet<>());
        }
        all.tests.forEach(tags -> tags.addAll(all.ofTheClass));
        return all.tests;
    }

    private void read(String line) {
        String text = line.strip();
        if (open > 0 || text.startsWith("@")) {
            annotations.add(text);
            String code = LITERAL.matcher(text).replaceAll("");
            open += count(code, '(') - count(code, ')');
        } else if (!text.isEmpty() && !text.startsWith("/") && !text.startsWith("*")) {
            if (!annotations.isEmpty()) {
                declared(line.equals(text));
            }
            annotations.clear();
        }
    }

    private void declared(boolean outermost) {
        Set<String> tags = new HashSet<>();
        for (String annotation : annotations) {
            Matcher tag = TAG.matcher(annotation);
            while (tag.find()) {
                tags.add(tag.group(1));
            }
        }
        if (outermost) {
            ofTheClass.addAll(tags);
        } else if (annotations.stream().anyMatch(one -> TEST.matcher(one).matches())) {
            tests.add(tags);
        }
    }

    private static int count(String text, char wanted) {
        return (int) text.chars().filter(c -> c == wanted).count();
    }
}
