package fr.ondine.platform.billing;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.PriceTrace;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.Numbers;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Invoices that came by import, of which less is known; and to whom an invoice is explained. */
@PlatformTest
class InvoiceExplanationsTests {

    @Autowired
    InvoiceExplanations explanations;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementCount statements;

    @Autowired
    Clock clock;

    private AgreementId agreement;
    private UserId subscriber;
    private LocalDate today;

    @BeforeEach
    void a_subscriber_with_an_agreement() {
        today = in(() -> LocalDate.now(clock));
        agreement = in(() -> new Rows(database).agreement());
        subscriber = in(() -> {
            var user = new Rows(database).user();
            new Rows(database).link(user, agreement);
            return user;
        });
    }

    @Test
    void an_invoice_that_came_by_import_says_no_more_than_its_lines() {
        var invoice = explained(invoice(today));

        assertThat(invoice.sections())
                .isEqualTo(Map.of(InvoiceSection.WATER, euros("50.00"), InvoiceSection.SEWERAGE, euros("50.00")));
        assertThat(invoice.lines()).allSatisfy(line -> {
            assertThat(line.trace()).isEqualTo(PriceTrace.NONE);
            assertThat(line.exact())
                    .hasValueSatisfying(exact -> assertThat(exact).isEqualByComparingTo("50"));
            assertThat(line.days()).isNull();
        });
        assertThat(invoice.beneficiaries()).isEmpty();
        assertThat(invoice.meters()).isEmpty();
        assertThat(invoice.yearBefore()).isEmpty();
        assertThat(invoice.isWhole()).isTrue();
    }

    @Test
    void an_amount_that_is_no_product_is_not_told_as_one() {
        var id = invoice(today);
        in(() -> database.sql("update invoice_line set unit_price = 1.26 where invoice_id = ? and position = 1")
                .param(id.value())
                .update());

        assertThat(explained(id).lines())
                .extracting(line -> line.exact().isPresent())
                .containsExactly(false, true);
    }

    @Test
    void lines_that_are_not_all_of_it_are_not_told_as_its_total() {
        var id = invoice(today);
        in(() -> database.sql("delete from invoice_line where invoice_id = ? and position = 1")
                .param(id.value())
                .update());

        assertThat(explained(id).isWhole()).isFalse();
        assertThat(explained(id).vatByRate()).isEmpty();
    }

    @Test
    void what_was_owed_before_counts_and_what_came_on_the_same_day_but_later_does_not() {
        var earlier = invoice(today.minusMonths(6));
        in(() -> bills().pay(earlier, agreement, euros("7.75"), today.minusDays(9)));
        var id = invoice(today);
        in(() -> bills().pay(earlier, agreement, euros("50.00"), today));
        in(() -> bills().creditNote(agreement, number(), today));
        in(() -> bills().pay(earlier, agreement, euros("1.00"), today.minusDays(3)));

        assertThat(explained(id).carriedOver().balance()).isEqualTo(euros("100.00"));
        assertThat(explained(id).carriedOver().on()).isEqualTo(today);
        assertThat(explained(id).withCarriedOver()).isEqualTo(euros("207.75"));
        assertThat(explained(earlier).carriedOver().balance()).isEqualTo(Money.zero());
    }

    @Test
    void a_credit_note_says_which_invoice_it_takes_back_and_why() {
        var corrected = invoice(today.minusDays(9));
        var note = in(() -> bills().creditNote(agreement, number(), today));
        in(() -> database.sql("update invoice set corrects = ?, reason = 'Fuite' where id = ?")
                .params(corrected.value(), note.value())
                .update());

        assertThat(explained(note).corrects())
                .contains(new Correction(
                        explained(corrected).number(), explained(corrected).issuedOn(), "Fuite"));
        assertThat(explained(corrected).corrects()).isEmpty();
        assertThat(explained(note).takenBack()).isEmpty();
    }

    @Test
    void nobody_elses_invoice_is_explained_and_staff_of_the_utility_may_ask() {
        var id = invoice(today);
        var stranger = in(() -> new Rows(database).user());
        var agent = ProvenStaff.of(SIEGVO.slug(), UUID.randomUUID(), "anne@b.fr", "Anne", StaffRole.AGENT, 1);

        assertThatThrownBy(() -> in(() -> explanations.of(stranger, id))).isInstanceOf(UnknownInvoice.class);
        assertThatThrownBy(() -> in(() -> explanations.of(subscriber, new InvoiceId(UUID.randomUUID()))))
                .isInstanceOf(UnknownInvoice.class);
        assertThatThrownBy(() -> TenantContext.callAs(MALESHERBOIS, () -> explanations.of(subscriber, id)))
                .isInstanceOf(UnknownInvoice.class);
        assertThatThrownBy(() -> TenantContext.callAs(MALESHERBOIS, () -> explanations.of(agent, id)))
                .isInstanceOf(RoleMissing.class);
        assertThat(in(() -> explanations.of(agent, id))).isEqualTo(explained(id));
    }

    @Test
    void an_explanation_costs_the_same_few_statements_however_many_invoices_there_are() {
        var id = invoice(today);
        var one = statements(id);
        for (var month = 1; month < 9; month++) {
            invoice(today.minusMonths(month));
        }

        assertThat(statements(id)).isEqualTo(one).isLessThanOrEqualTo(12);
    }

    private int statements(InvoiceId id) {
        return TenantContext.callAs(SIEGVO, () -> statements.of(() -> explanations.of(subscriber, id)));
    }

    private ExplainedInvoice explained(InvoiceId id) {
        return in(() -> explanations.of(subscriber, id));
    }

    private InvoiceId invoice(LocalDate issuedOn) {
        return in(() -> bills().invoice(agreement, number(), issuedOn));
    }

    private Bills bills() {
        return new Bills(database, ledger);
    }

    private static String number() {
        return "2025" + Numbers.next();
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }

    private void in(Runnable work) {
        TenantContext.runAs(SIEGVO, () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
