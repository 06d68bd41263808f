package fr.ondine.platform.identity;

import static fr.ondine.testing.Utilities.ILEO;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
class PasswordRulesTests {

    private static final EmailAddress EMAIL = new EmailAddress("anne.dupont@exemple.fr");

    private static final String LONGEST =
            "la rivière coule sous le pont de pierre, ".repeat(4).substring(0, 128);

    @Autowired
    PasswordRules rules;

    @ParameterizedTest
    @ValueSource(strings = {"trois chevaux gris", "aucunemajuscule", "dupont aime les chevaux"})
    void length_is_what_counts(String password) {
        assertThatCode(() -> check(SIEGVO, password)).doesNotThrowAnyException();
    }

    @Test
    void a_password_has_12_to_128_characters() {
        assertThatThrownBy(() -> check(SIEGVO, "onze lettre")).isInstanceOf(PasswordTooShort.class);
        assertThatCode(() -> check(SIEGVO, "mes 12 signes")).doesNotThrowAnyException();
        assertThatCode(() -> check(SIEGVO, LONGEST)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(SIEGVO, LONGEST + "c")).isInstanceOf(PasswordTooLong.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "siegvo-2026-eau",
                "SIEGVO SIEGVO",
                "anne.dupont@exemple.fr",
                "Dupont-Dupont-1",
                "dupont-siegvo-57",
                "motdepasse2024!",
                "MonCompteur57",
                "ondine-ondine!",
                "ondine facture"
            })
    void words_that_anybody_would_try_here_do_not_count(String password) {
        assertThatThrownBy(() -> check(SIEGVO, password)).isInstanceOf(PasswordTooGuessable.class);
    }

    @Test
    void an_accent_hides_nothing_and_another_utilitys_name_is_a_word_like_any_other() {
        assertThatThrownBy(() -> check(ILEO, "iléo iléo iléo")).isInstanceOf(PasswordTooGuessable.class);
        assertThatCode(() -> check(ILEO, "siegvo-2026-eau")).doesNotThrowAnyException();
    }

    @Test
    void what_everybody_chooses_does_not_do_however_long_it_is() {
        assertThatThrownBy(() -> check(SIEGVO, "azertyuiop12")).isInstanceOf(PasswordTooCommon.class);
    }

    private void check(TenantId utility, String password) {
        TenantContext.runAs(utility, () -> rules.check(password, EMAIL));
    }
}
