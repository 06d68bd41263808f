package fr.ondine.platform.billing;

import static fr.ondine.platform.billing.InvoicePrinterTests.PRINTER;
import static fr.ondine.platform.billing.RatedHousehold.AUTUMN;
import static fr.ondine.platform.billing.RatedHousehold.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.fees.FeeBills;
import fr.ondine.platform.fees.FeeKind;
import fr.ondine.platform.fees.FeeOrder;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.latecharges.LateCharges;
import fr.ondine.platform.latecharges.NoticeId;
import fr.ondine.platform.latecharges.RegisteredNotices;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.runs.RunKind;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Papers of bills that runs and staff made by a tariff, to the cent: their pictures are in {@code docs/documents}. */
class RatedPapersTests extends RatedPapers {

    @Test
    void an_estimate_and_the_invoice_that_takes_it_back_after_a_new_price_and_a_new_meter() throws Exception {
        var home = household("201234501");
        keep("estimee", home, home.isBilled(RunKind.ESTIMATED, SPRING));
        home.pays(LocalDate.of(2025, 7, 20));
        home.waterCosts("1.4512", LocalDate.of(2025, 10, 1), "2025-06-19/7");
        home.meterIsExchanged(LocalDate.of(2025, 9, 10), 1_312, "C26GB998877");
        home.isRead(LocalDate.of(2025, 12, 29), 33);

        var regularised = home.isBilled(RunKind.ACTUAL, AUTUMN);
        keep("regularisation", home, regularised);
        var printed = printed(home, regularised);
        assertThat(PRINTER.text(printed, InvoicePrinterTests.SIEGVO).plain().replace('\u00a0', ' '))
                .as("days that are not those of all the others are said")
                .containsOnlyOnce("Consommation du 30 décembre 2024 au 28 décembre 2025, sauf mention contraire.")
                .containsOnlyOnce("du 1er octobre au 28 décembre 2025");
        var invoice = printed.invoice();
        assertThat(invoice.volume()).isEqualTo(Volume.ofCubicMetres(105));
        assertThat(invoice.estimatedBefore()).as("100 m³ in 364 days, for 183").isEqualTo(new Volume(50_275));
        assertThat(invoice.billedVolume()).isEqualTo(new Volume(54_725));
    }

    @Test
    void a_use_far_below_its_estimate_is_in_the_favour_of_the_holder() throws Exception {
        var home = household("201234502");
        home.isBilled(RunKind.ESTIMATED, SPRING);
        home.pays(LocalDate.of(2025, 7, 20));
        home.isRead(LocalDate.of(2025, 12, 29), 1_245);

        keep("negative", home, home.isBilled(RunKind.ACTUAL, AUTUMN));
    }

    @Test
    void who_comes_pays_to_come_in_then_from_that_day_on_and_what_is_asked_for_besides() throws Exception {
        var home = new RatedHousehold(application, UTILITY, "201234504", LocalDate.of(2025, 3, 16), 640);
        itIs("2025-03-16");
        keep("ouverture", home, billed(home, FeeKind.OPENING, "ACCES"));
        home.pays(LocalDate.of(2025, 3, 30));
        it_is_today_again(); // a run is done by jobs, which wait for their time
        home.isRead(LocalDate.of(2025, 6, 29), 668);
        keep("premiere", home, home.isBilled(RunKind.ACTUAL, SPRING));
        home.pays(LocalDate.of(2025, 7, 20));
        itIs("2025-09-21");
        keep("prestation", home, billed(home, FeeKind.ONE_OFF, "DEPLACEMENT", "COMPTEUR", "DUPLICATA"));
    }

    @Test
    void a_late_sewerage_charge_is_increased_by_a_quarter(
            @Autowired LateCharges charges, @Autowired RegisteredNotices notices) throws Exception {
        var home = household("201234505");
        home.isRead(LocalDate.of(2025, 6, 29), 1_297);
        var late = home.isBilled(RunKind.ACTUAL, SPRING);
        var notice = new NoticeId(UUID.randomUUID());
        home.in(() -> isNoticed(home, late, notice));
        itIs("2025-11-05");
        var increase = home.in(() -> {
            notices.received(ANNE, home.agreement(), notice, "1A 123 456 7890 1", LocalDate.of(2025, 9, 18));
            return charges.issue(
                    ANNE, home.agreement(), charges.list(ANNE, home.agreement()).getFirst());
        });

        keep("majoration", home, increase);
        var printed = printed(home, increase);
        assertThat(printed.invoice().carriedOver().balance())
                .as("what is late, less what was paid of it")
                .isEqualTo(home.in(() -> ledger.balance(new ReceivableId(late.value()))));
    }

    @Test
    void another_utility_has_its_own_brand_numbers_and_words() throws Exception {
        var home = RatedHousehold.thatUsed100InAYear(application, OTHER, "2400123456");
        home.isRead(LocalDate.of(2025, 6, 29), 1_297);

        keep("autre-marque", home, home.isBilled(RunKind.ACTUAL, SPRING));
    }

    private int isNoticed(RatedHousehold home, InvoiceId late, NoticeId notice) {
        var batch = UUID.randomUUID();
        var day = LocalDate.of(2025, 9, 16);
        home.update(
                "insert into reminder_batch (id, state, day, created_at, created_by) values (?, 'SENT', ?, now(), 'x')",
                batch,
                day);
        home.update(
                "insert into reminder_letter values (?, ?, ?, 'FORMAL_NOTICE', 'SENT', null, 110, ?, false, true, ?)",
                notice.value(),
                batch,
                home.agreement().value(),
                LocalDate.of(2025, 7, 31),
                day);
        return home.update(
                "insert into reminder_debt values (?, ?, 'FORMAL_NOTICE', 110, true)", notice.value(), late.value());
    }

    private InvoiceId billed(RatedHousehold home, FeeKind kind, String... codes) {
        var fees = application.getBean(FeeBills.class);
        return home.in(() -> {
            var order = new FeeOrder(kind, Set.of(codes), LocalDate.now(clock).plusDays(30));
            return fees.issue(ANNE, home.agreement(), fees.draft(ANNE, home.agreement(), order))
                    .id();
        });
    }
}
