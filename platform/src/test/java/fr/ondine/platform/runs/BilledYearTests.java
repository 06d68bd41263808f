package fr.ondine.platform.runs;

import static fr.ondine.platform.runs.BilledStay.AUTUMN;
import static fr.ondine.platform.runs.BilledStay.SPRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.credits.CreditNotes;
import fr.ondine.platform.credits.Credited;
import fr.ondine.platform.kernel.Period;
import fr.ondine.testing.PlatformTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A holder's stay, from the day they come to the day they leave, to the cent. */
@PlatformTest
class BilledYearTests {

    private static final Period NEXT = new Period(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 7, 1));
    private static final LocalDate READ_ON = LocalDate.of(2026, 12, 29);

    @Autowired
    BillingRuns runs;

    @Autowired
    CreditNotes credits;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private BilledStay stay;

    @Test
    void a_stay_is_billed_to_the_cent() {
        stay = new BilledStay(runs, database, transaction);

        stay.isBilled(RunKind.ESTIMATED, SPRING);
        assertThat(lastInvoice())
                .as("181 days, and as much of 100 m³ as they are of 365")
                .containsExactly("ABO 181.000 18.10", "CONSO 49.589 99.18");

        var estimate = stay.lastInvoice();
        stay.costs("2.20", LocalDate.of(2026, 10, 1));
        stay.meterIsExchanged(LocalDate.of(2026, 9, 10), 180, "N");
        stay.isRead("N", READ_ON, 33);

        stay.isBilled(RunKind.ACTUAL, AUTUMN);
        var autumn = List.of("ABO 184.000 18.40", "CONSO 86.300 172.60", "CONSO 26.700 58.74", "CONSO -49.589 -99.18");
        assertThat(lastInvoice())
                .as("80 m³ of the old meter, 33 of the new one of which 21 of 110 days are before October")
                .containsExactlyElementsOf(autumn);

        assertThatThrownBy(() -> stay.in(() -> new Credited(credits).whole(estimate, "Estimation")))
                .hasMessageContaining("taken-back");
        stay.in(() -> new Credited(credits).whole(stay.lastInvoice(), "Index mal lu : 32 et non 33"));
        assertThat(owed()).as("the estimate alone").isEqualByComparingTo("123.73");
        stay.wasRead("N", READ_ON, 32);

        stay.isBilled(RunKind.ACTUAL, AUTUMN);
        assertThat(lastInvoice())
                .containsExactly(
                        "ABO 184.000 18.40", "CONSO 86.109 172.22", "CONSO 25.891 56.96", "CONSO -49.589 -99.18");

        stay.in(() -> database.sql("update agreement set ended_on = date '2027-02-28' where id = ?")
                .param(stay.agreement().value())
                .update());
        stay.isRead("N", LocalDate.of(2027, 3, 1), 48);

        stay.isBilled(RunKind.CLOSING, NEXT);
        assertThat(lastInvoice()).containsExactly("ABO 59.000 5.90", "CONSO 16.000 35.20");
        assertThat(owed()).as("123.73, 156.56 and 43.36").isEqualByComparingTo("323.65");

        stay.in(() -> new Credited(credits).whole(standing("ACTUAL"), "Nom du titulaire"));
        assertThat(owed()).as("the estimate and the last invoice").isEqualByComparingTo("167.09");
        stay.isBilled(RunKind.ACTUAL, AUTUMN);
        assertThat(lastInvoice())
                .as("the same, though a later invoice stands")
                .containsExactly(
                        "ABO 184.000 18.40", "CONSO 86.109 172.22", "CONSO 25.891 56.96", "CONSO -49.589 -99.18");

        var last = stay.lastInvoice();
        stay.isBilled(RunKind.ACTUAL, AUTUMN);
        stay.isBilled(RunKind.ACTUAL, new Period(SPRING.from(), AUTUMN.from().plusMonths(1)));
        stay.isBilled(RunKind.ACTUAL, SPRING);
        assertThat(stay.lastInvoice()).as("nothing twice, nor in part").isEqualTo(last);
        assertThat(stay.setAside()).containsExactly(ParkingReason.DOUBLE);
        assertThat(owed()).isEqualByComparingTo("323.65");
    }

    /** Whoever gives a number up has it with a mark in the register, once somebody else bears it. */
    @Test
    void the_last_invoice_of_who_gave_a_number_up_bears_it_as_it_is_printed() {
        stay = new BilledStay(runs, database, transaction);
        var number = stay.in(() -> database.sql("select number from agreement where id = ?")
                .param(stay.agreement().value())
                .query(String.class)
                .single());
        stay.in(() -> database.sql("update agreement set ended_on = date '2026-12-31', number = number || '~2027-01-01'"
                        + " where id = ?")
                .param(stay.agreement().value())
                .update());
        stay.isRead(NEXT.from(), 220);

        stay.isBilled(RunKind.CLOSING, new Period(AUTUMN.from(), LocalDate.of(2027, 2, 1)));

        assertThat(agreementNumber()).isEqualTo(number);
    }

    private String agreementNumber() {
        return stay.in(() -> database.sql("select agreement_number from invoice where id = ?")
                .param(stay.lastInvoice().value())
                .query(String.class)
                .single());
    }

    /** What no credit note takes back. */
    private InvoiceId standing(String kind) {
        return new InvoiceId(database.sql("select id from invoice i where agreement_id = ? and kind = ?"
                        + " and not exists (select from invoice where corrects = i.id)")
                .params(stay.agreement().value(), kind)
                .query(UUID.class)
                .single());
    }

    private List<String> lastInvoice() {
        return stay.in(() -> database.sql("select label || ' ' || quantity || ' ' || net_amount from invoice_line"
                        + " where invoice_id = ? order by position")
                .param(stay.lastInvoice().value())
                .query(String.class)
                .list());
    }

    private BigDecimal owed() {
        return stay.in(
                () -> database.sql("select sum(amount) from posting where agreement_id = ? and account = 'RECEIVABLE'")
                        .param(stay.agreement().value())
                        .query(BigDecimal.class)
                        .single());
    }
}
