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

        for (var slug : BundledTenants.slugs()) {
            assertThat(texts.values())
                    .noneMatch(text -> text.contains(BundledTenants.read(slug).words().activate()));
        }
        assertThat(texts.get("claims.first.mail.other")).contains("{activate}");
    }
}
