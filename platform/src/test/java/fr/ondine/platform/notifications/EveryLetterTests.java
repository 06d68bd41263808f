package fr.ondine.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.PlatformTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Writes each mail of the catalogue for each utility; the pages are left in target/letters to be looked at. */
@PlatformTest
class EveryLetterTests {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("fr.ondine.platform.notifications.mails");
    private static final EmailAddress READER = new EmailAddress("dupont.p@exemple.fr");

    @Autowired
    LetterWriter writer;

    static Stream<String> names() {
        return WORDS.keySet().stream()
                .filter(key -> key.endsWith(".subject"))
                .map(key -> key.substring(0, key.length() - ".subject".length()))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void has_all_its_words_at_each_utility(String name) throws IOException {
        for (var utility : Stream.of("siegvo", "malesherbois", "ileo").toList()) {
            var letter = Letter.of(name, READER, "IT00024", "dupont.p@exemple.fr", "3 mars 2026", "02 38 34 34 34");
            var leading = WORDS.containsKey(name + ".button")
                    ? letter.leadingTo(URI.create("http://" + utility + ".localhost/page?jeton=Zq3vT0b1mXo9"))
                    : letter.quoting("Bonjour,\nma facture a doublé.");

            var written = TenantContext.<WrittenLetter, RuntimeException>callAs(
                    new TenantId(utility), () -> writer.write(leading));

            assertThat(written.html()).contains("lang=\"fr\"").doesNotContain("null");
            assertThat(written.subject() + written.plain()).doesNotContain("{", "null", "  ");
            keep(utility + "-" + name, written);
        }
    }

    private static void keep(String name, WrittenLetter written) throws IOException {
        var folder = Files.createDirectories(Path.of("target/letters"));
        Files.writeString(folder.resolve(name + ".html"), written.html());
        Files.writeString(folder.resolve(name + ".txt"), written.subject() + "\n\n" + written.plain());
    }
}
