package fr.ondine.platform.billing;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.kernel.Money;
import org.junit.jupiter.api.Test;

class PaperDueTests {

    @Test
    void a_paper_asks_for_the_total_less_the_credit_that_was_there() {
        assertThat(due("80.00", "0.00")).isEqualTo(new PaperDue(euros("80.00"), "ON_INVOICE"));
        assertThat(due("80.00", "-20.00")).isEqualTo(new PaperDue(euros("60.00"), "ON_INVOICE"));
        assertThat(due("80.00", "-80.00")).isEqualTo(new PaperDue(Money.zero(), "by-credit"));
    }

    @Test
    void a_paper_asks_for_what_was_owed_before_as_well() {
        assertThat(due("80.00", "50.00")).isEqualTo(new PaperDue(euros("130.00"), "with-earlier"));
        assertThat(due("80.00", "50.00").isWithEarlier()).isTrue();
        assertThat(PaperDue.of(euros("80.00"), euros("50.00"), PaymentMethod.DIRECT_DEBIT, euros("5.00")))
                .as("a debit takes the invoice alone")
                .isEqualTo(new PaperDue(euros("80.00"), "DIRECT_DEBIT"));
        assertThat(due("-80.00", "50.00").isNothing()).isTrue();
    }

    /** As where a reading finds just what was estimated. */
    @Test
    void an_invoice_of_nothing_is_not_said_to_be_paid_by_credit() {
        assertThat(due("0.00", "0.00")).isEqualTo(new PaperDue(Money.zero(), "nothing"));
        assertThat(due("0.00", "-20.00")).isEqualTo(new PaperDue(Money.zero(), "nothing"));
        assertThat(due("0.00", "50.00").isNothing()).isTrue();
    }

    @Test
    void credit_pays_of_an_invoice_no_more_than_it_comes_to() {
        assertThat(PaperDue.paidByCredit(euros("80.00"), euros("-90.00"))).isEqualTo(euros("80.00"));
        assertThat(PaperDue.paidByCredit(euros("80.00"), euros("-30.00"))).isEqualTo(euros("30.00"));
        assertThat(PaperDue.paidByCredit(euros("80.00"), euros("30.00"))).isEqualTo(Money.zero());
        assertThat(PaperDue.paidByCredit(euros("-80.00"), euros("-30.00"))).isEqualTo(Money.zero());
    }

    @Test
    void a_paper_that_asks_for_too_little_says_that_it_is_carried() {
        assertThat(due("4.99", "0.00")).isEqualTo(new PaperDue(euros("4.99"), "carried"));
        assertThat(due("5.00", "0.00").words()).isEqualTo("ON_INVOICE");
        assertThat(due("4.99", "0.01").words())
                .as("with what was carried it is enough")
                .isEqualTo("with-earlier");
        assertThat(due("80.00", "-79.00")).isEqualTo(new PaperDue(euros("1.00"), "carried"));
        assertThat(PaperDue.of(euros("4.99"), Money.zero(), PaymentMethod.DIRECT_DEBIT, euros("5.00"))
                        .words())
                .isEqualTo("DIRECT_DEBIT");
    }

    private static PaperDue due(String total, String earlier) {
        return PaperDue.of(euros(total), euros(earlier), PaymentMethod.ON_INVOICE, euros("5.00"));
    }
}
