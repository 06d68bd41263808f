package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.tenantconfig.Payments.Payable;
import fr.ondine.tenantconfig.Payments.Provider;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServiceRulesTests {

    @Test
    void stripe_needs_an_account_and_no_provider_has_none() {
        assertThat(payments(Provider.STRIPE, "acct_1AbC").provider()).isEqualTo(Provider.STRIPE);
        assertThat(payments(Provider.NONE, null).provider()).isEqualTo(Provider.NONE);
        refuses("stripe-account-missing", () -> payments(Provider.STRIPE, null));
        refuses("stripe-account-useless", () -> payments(Provider.NONE, "acct_1AbC"));
        refuses("stripe-account", () -> payments(Provider.STRIPE, "sk_live_1234"));
    }

    @Test
    void an_amount_has_two_decimals() {
        assertThat(new EuroAmount("1.00")).hasToString("1.00");
        refuses("euro-amount", () -> new EuroAmount("1,00"));
        refuses("euro-amount", () -> new EuroAmount("-1.00"));
    }

    @Test
    void small_amounts_wait_and_large_ones_do_not() {
        assertThat(carrying("15.00").carryBelow()).isEqualTo(new EuroAmount("15.00"));
        assertThat(carrying("50.00").carryBelow()).isEqualTo(new EuroAmount("50.00"));
        refuses("carry-below", () -> carrying("50.01"));
    }

    @Test
    void invoices_are_transferred_to_an_account_whose_check_digits_hold() {
        var account = new TransferAccount("fr76 3000 6000 0112 3456 7890 189");

        assertThat(account).hasToString("FR7630006000011234567890189");
        assertThat(account.display()).isEqualTo("FR76 3000 6000 0112 3456 7890 189");
        refuses("iban", () -> new TransferAccount("FR76 3000 6000 0112 3456 7890 188"));
        refuses("iban", () -> new TransferAccount("FR76 3000 6000 0112"));
        refuses("iban", () -> new TransferAccount("XX76"));
    }

    @Test
    void a_configuration_may_name_that_account_and_one_that_is_wrong_is_told_with_its_line() {
        var siegvo = BundledTenants.yaml("siegvo");

        assertThat(TenantConfigReader.read(siegvo).payments().transferTo()).isNull();
        assertThat(TenantConfigReader.read(transferred(siegvo, "FR76 3000 6000 0112 3456 7890 189"))
                        .payments()
                        .transferTo())
                .isEqualTo(new TransferAccount("FR7630006000011234567890189"));
        assertThatExceptionOfType(InvalidConfiguration.class)
                .isThrownBy(() -> TenantConfigReader.read(transferred(siegvo, "FR76 3000")))
                .satisfies(refused -> assertThat(refused.refusals())
                        .extracting(Refusal::path, Refusal::code)
                        .containsExactly(tuple("payments.transfer-to", "iban")));
    }

    private static String transferred(String yaml, String account) {
        return yaml.replace("payments:\n", "payments:\n  transfer-to: " + account + "\n");
    }

    private static Payments carrying(String below) {
        return new Payments(
                Provider.NONE, null, new EuroAmount("1.00"), new EuroAmount(below), Payable.EVERY_INVOICE, null);
    }

    @Test
    void instalments_are_8_to_11_on_days_that_every_month_has() {
        assertThat(instalments(10, List.of(5, 15), 1).days()).containsExactly(5, 15);
        assertThat(instalments(8, List.of(28), null).firstMonth()).isNull();
        refuses("between", () -> instalments(7, List.of(5), 1));
        refuses("between", () -> instalments(12, List.of(5), 1));
        refuses("between", () -> instalments(10, List.of(29), 1));
        refuses("between", () -> instalments(10, List.of(5), 13));
        refuses("empty", () -> instalments(10, List.of(), 1));
    }

    private static InstalmentRules instalments(int number, List<Integer> days, @Nullable Integer first) {
        return new InstalmentRules(number, days, first, 15, new EuroAmount("10.00"), new EuroAmount("15.00"), 2, 2);
    }

    @Test
    void instalments_are_read_from_a_configuration_and_offered_online_only_with_their_rules() {
        var yaml = BundledTenants.yaml("siegvo");
        var online = yaml.replace("abnormal-use-notice]", "abnormal-use-notice, instalment-plans]");
        var rules = """
                instalments:
                  number: 10
                  days: [5, 15]
                  first-month: 2
                  cut-off-days: 15
                  minimum: "10.00"
                  settle-below: "15.00"
                  extra-instalments: 2
                  returns-allowed: 2
                """;

        assertThat(TenantConfigReader.read(yaml).instalments()).isNull();
        var read = TenantConfigReader.read(online + "\n" + rules);
        assertThat(read.instalments()).isEqualTo(instalments(10, List.of(5, 15), 2));
        assertThat(read.offers(Feature.INSTALMENT_PLANS)).isTrue();
        assertThatExceptionOfType(InvalidConfiguration.class)
                .isThrownBy(() -> TenantConfigReader.read(online))
                .withMessageContaining("dites d'abord ses règles");
    }

    @Test
    void readings_are_doubted_in_order_of_their_distance() {
        assertThat(ReadingRules.defaults()).isEqualTo(rules(50, 200, 500));
        refuses("percent-below", () -> rules(100, 200, 500));
        refuses("percent-above", () -> rules(50, 100, 500));
        refuses("percent-order", () -> rules(50, 200, 150));
    }

    @Test
    void a_telephone_number_has_ten_digits_and_is_written_in_pairs() {
        var number = new PhoneNumber("0387534043");

        assertThat(number).hasToString("03 87 53 40 43");
        assertThat(number.link()).isEqualTo("tel:+33387534043");
        refuses("phone", () -> new PhoneNumber("03 87 53 40 4"));
        refuses("phone", () -> new PhoneNumber("00 87 53 40 43"));
    }

    @Test
    void compliance_is_claimed_only_after_an_audit() {
        var audited = LocalDate.of(2026, 9, 1);

        assertThat(new Accessibility(Accessibility.Status.PARTLY_COMPLIANT, audited).auditedOn())
                .isEqualTo(audited);
        assertThat(new Accessibility(Accessibility.Status.NOT_COMPLIANT, null).auditedOn())
                .isNull();
        refuses("accessibility-unaudited", () -> new Accessibility(Accessibility.Status.COMPLIANT, null));
    }

    private static Payments payments(Provider provider, @Nullable String account) {
        return new Payments(provider, account, new EuroAmount("1.00"), null, Payable.EVERY_INVOICE, null);
    }

    private static ReadingRules rules(int below, int above, int refused) {
        return new ReadingRules(below, above, refused, List.of());
    }

    private static void refuses(String code, Runnable construction) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(construction::run).withMessage(code);
    }
}
