package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OldAccountsTests {

    private static final String SIEGVO = BundledTenants.yaml("siegvo");

    @Test
    void a_utility_that_does_not_say_so_has_none() {
        assertThat(BundledTenants.read("siegvo").oldAccounts()).isNull();
        assertThat(BundledTenants.read("malesherbois").oldAccounts()).isNull();
        assertThat(BundledTenants.read("ileo").oldAccounts()).isNotNull();
    }

    @Test
    void an_old_login_signs_in_until_the_day_that_is_said_and_otherwise_never() {
        var day = LocalDate.of(2027, 6, 30);
        var said = TenantConfigReader.read(SIEGVO + """

                old-accounts:
                  login: Ancien numéro
                  signs-in-until: 2027-06-30
                """);

        assertThat(said.oldAccounts()).isEqualTo(new OldAccounts("Ancien numéro", day));
        assertThat(new OldAccounts("x", day).signsInOn(day)).isTrue();
        assertThat(new OldAccounts("x", day).signsInOn(day.plusDays(1))).isFalse();
        assertThat(new OldAccounts("x", null).signsInOn(day)).isFalse();
    }

    @Test
    void an_old_login_has_a_name() {
        assertThatExceptionOfType(InvalidConfiguration.class)
                .isThrownBy(() -> TenantConfigReader.read(SIEGVO + "\nold-accounts:\n  login: \"\"\n"));
    }
}
