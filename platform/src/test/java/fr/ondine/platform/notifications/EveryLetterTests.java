package fr.ondine.platform.notifications;

import static fr.ondine.platform.notifications.Announcement.ISSUED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.Preview;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.TenantConfigReader;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Utilities;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
            var letter =
                    Letter.of(name, READER, "IT00024", "dupont.p@exemple.fr", "3 mars 2026", "02 38 34 34 34", "FR76…");
            var leading = WORDS.containsKey(name + ".button")
                    ? letter.leadingTo(URI.create("http://" + utility + ".localhost/page?jeton=Zq3vT0b1mXo9"))
                    : letter.quoting("Bonjour,\nma facture a doublé.");
            var isRefusable = name.contains("-issued") || name.endsWith("-soon");

            var written = TenantContext.<WrittenLetter, RuntimeException>callAs(
                    new TenantId(utility),
                    () -> writer.write(
                            isRefusable ? leading.refusedBy(new UserId(UUID.randomUUID()), ISSUED) : leading));

            assertThat(written.html().contains("/desabonnement?lien=")).isEqualTo(isRefusable);
            assertThat(written.plain().contains("/desabonnement?lien=")).isEqualTo(isRefusable);
            assertThat(written.html()).contains("lang=\"fr\"").doesNotContain("null");
            assertThat(written.subject() + written.plain()).doesNotContain("{", "null", "  ");
            keep(utility + "-" + name, written);
        }
    }

    @Test
    void has_the_logo_in_the_place_of_the_mark_where_there_is_one() throws IOException {
        var file = UUID.randomUUID().toString();
        var draft = TenantConfigReader.read(new ConfigurationEdit(Utilities.yaml(Utilities.SIEGVO))
                .with("brand.logo.file", file)
                .with("brand.logo.width", 480)
                .with("brand.logo.height", 120)
                .yaml());
        var letter = Letter.of(names().findFirst().orElseThrow(), READER, "IT00024", "x", "x", "x");

        var written = TenantContext.<WrittenLetter, RuntimeException>callAs(
                Utilities.SIEGVO, () -> Preview.callWith(draft, () -> writer.write(letter)));

        assertThat(written.html())
                .contains("http://siegvo.localhost", "/branding/logo/" + file, "width=\"176\"", "height=\"44\"")
                .doesNotContain("border-radius:12px;font-weight:700");
        keep("siegvo-logo", written);
    }

    private static void keep(String name, WrittenLetter written) throws IOException {
        var folder = Files.createDirectories(Path.of("target/letters"));
        Files.writeString(folder.resolve(name + ".html"), written.html());
        Files.writeString(folder.resolve(name + ".txt"), written.subject() + "\n\n" + written.plain());
    }
}
