package fr.ondine.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.Money;
import fr.ondine.tenantconfig.BundledTenants;
import fr.ondine.tenantconfig.TenantConfigReader;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A language is added by its files alone: these are in the test's resources, and a utility's configuration asks for it. */
class SecondLanguageTests {

    private static final EmailAddress READER = new EmailAddress("dupont.p@exemple.fr");

    private final Letter receipt =
            Letter.of("payment-received", READER, Money.euros("1202.54"), LocalDate.of(2026, 1, 15), "F25-0012345");

    @Test
    void a_letter_is_written_in_the_language_of_the_utility() {
        var words = words(receipt, "en");

        assertThat(words.locale()).isEqualTo(Locale.ENGLISH);
        assertThat(words.subject()).isEqualTo("Payment received: €1,202.54");
        assertThat(words.text())
                .isEqualTo("We received €1,202.54 by card on 15 January 2026, for invoice F25-0012345.");
    }

    @Test
    void the_same_letter_in_french() {
        var words = words(receipt, "fr");

        assertThat(words.subject()).isEqualTo("Paiement reçu\u00a0: 1\u00a0202,54\u00a0€");
        assertThat(words.text()).contains("carte bancaire le 15 janvier 2026");
    }

    @Test
    void a_letter_that_nobody_translated_stays_in_the_common_language() {
        assertThat(words(Letter.of("payment-failed", READER, Money.euros("2.00"), "F25-0012345"), "en")
                        .subject())
                .isEqualTo("Votre paiement n'a pas abouti");
    }

    private static LetterWords words(Letter letter, String language) {
        var yaml = BundledTenants.yaml("ileo").replace("languages: [fr]", "languages: [" + language + "]");
        return new LetterWords(letter, TenantConfigReader.read(yaml));
    }
}
