package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RefusalsTests {

    private static final Pattern CODE = Pattern.compile("Invalid\\.(?:unless|when)\\((?s:.*?);");
    private static final Pattern TEXT = Pattern.compile("(?:null|\"\\w+\"|field),\\s*\"([a-z-]+)\"");
    private static final Path SOURCES = Path.of("src/main/java/fr/ondine/tenantconfig");

    @Test
    void each_reason_that_the_records_give_has_a_sentence() throws IOException {
        var bundle = ResourceBundle.getBundle("fr.ondine.tenantconfig.refusals");

        assertThat(codes()).hasSizeGreaterThan(25).isSubsetOf(bundle.keySet());
    }

    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.list(SOURCES)) {
            for (var file : files.toList()) {
                CODE.matcher(Files.readString(file))
                        .results()
                        .forEach(
                                call -> TEXT.matcher(call.group()).results().forEach(text -> codes.add(text.group(1))));
            }
        }
        return codes;
    }
}
