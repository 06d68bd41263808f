package fr.ondine.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.tenantconfig.BundledTenants;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BundlesTests {

    @Test
    void the_button_of_the_activation_mail_is_named_as_the_utility_names_it() throws IOException {
        var texts = Bundles.read().get(Locale.FRENCH);

        var named = BundledTenants.slugs().stream()
                .map(slug -> BundledTenants.read(slug).words().activate())
                .map("« %s »"::formatted)
                .toList();
        assertThat(texts.values()).noneMatch(text -> named.stream().anyMatch(text::contains));
        assertThat(texts.get("claims.first.mail.other")).contains("{activate}");
    }

    @Test
    void an_apostrophe_is_written_once_as_it_is_read() throws IOException {
        assertThat(Bundles.read().get(Locale.FRENCH))
                .noneSatisfy((key, text) -> assertThat(text).contains("''"));
    }
}
