package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class RetentionRulesTests {

    private static final String SIEGVO = BundledTenants.yaml("siegvo");

    @Test
    void a_utility_that_does_not_say_so_keeps_things_as_long_as_is_usual() {
        assertThat(TenantConfigReader.read(SIEGVO).retention()).isEqualTo(RetentionRules.defaults());
    }

    @Test
    void a_utility_says_for_how_many_months() {
        var read = TenantConfigReader.read(SIEGVO.replace("rounding:", """
                retention:
                  account-mails: 6
                  contract-mails: 36
                  sign-ins: 6
                  sign-ups: 1
                  claims: 6
                  card-events: 2

                rounding:"""));
        assertThat(read.retention()).isEqualTo(new RetentionRules(6, 36, 6, 1, 6, 2));
    }

    @Test
    void what_the_law_does_not_allow_is_refused() {
        refuses(() -> new RetentionRules(0, 60, 12, 3, 12, 13));
        refuses(() -> new RetentionRules(12, 23, 12, 3, 12, 13));
        refuses(() -> new RetentionRules(12, 60, 13, 3, 12, 13));
        refuses(() -> new RetentionRules(12, 60, 12, 13, 12, 13));
        refuses(() -> new RetentionRules(12, 60, 12, 3, 61, 13));
        refuses(() -> new RetentionRules(12, 60, 12, 3, 12, 37));
    }

    private static void refuses(Runnable made) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(made::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("retention-months"));
    }
}
