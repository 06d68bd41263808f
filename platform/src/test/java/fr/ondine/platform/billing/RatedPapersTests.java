package fr.ondine.platform.billing;

import static fr.ondine.platform.billing.InvoicePrinterTests.PRINTER;
import static fr.ondine.platform.billing.RatedHousehold.AUTUMN;
import static fr.ondine.platform.billing.RatedHousehold.SPRING;
import static fr.ondine.testing.Utilities.ILEO;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.billing.InvoicePrinter.Letterhead;
import fr.ondine.platform.credits.CreditNotes;
import fr.ondine.platform.credits.CreditOrder;
import fr.ondine.platform.fees.FeeBills;
import fr.ondine.platform.fees.FeeKind;
import fr.ondine.platform.fees.FeeOrder;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.latecharges.LateCharges;
import fr.ondine.platform.latecharges.NoticeId;
import fr.ondine.platform.latecharges.RegisteredNotices;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.runs.RunKind;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.Conformance;
import fr.ondine.testing.PaperPictures;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.ReadBySoftware;
import fr.ondine.testing.Utilities;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Papers of bills that runs and staff made by a tariff, to the cent: their pictures are in {@code docs/documents}. */
@PlatformTest
@Tag("long")
class RatedPapersTests {

    private static final TenantId UTILITY = new TenantId("papiers");
    private static final TenantId OTHER = new TenantId("papiers_ileo");
    private static final CurrentStaff ANNE =
            ProvenStaff.of(UTILITY.slug(), UUID.randomUUID(), "a@b.example", "Anne", StaffRole.BILLER, 0);
    private static final String WORDS = """
            subscriber-texts:
              how-to-pay: |
                Par chèque à l'ordre du Trésor public.
                Par virement : IBAN FR76 1000 1000 0100 0000 0000 123.
              on-invoices: |
                Qualité de l'eau en 2024 : eau conforme aux limites de qualité (synthèse de l'ARS).
            """;

    @Autowired
    ApplicationContext application;

    @Autowired
    Fleet fleet;

    @Autowired
    Tenants tenants;

    @Autowired
    TenantClock clock;

    @Autowired
    InvoicePaper paper;

    @Autowired
    IssuedInvoices issued;

    @Autowired
    Ledger ledger;

    private Duration travelled = Duration.ZERO;

    @BeforeEach
    void two_utilities() {
        if (tenants.find(UTILITY.slug()).isEmpty()) {
            fleet.add(
                    Utilities.like(SIEGVO, UTILITY.slug())
                            .replace("subscriber-texts:\n", WORDS)
                            .replace("rounding:", "late-charges:\n  sewerage: true\n\nrounding:"),
                    "operator:test");
            fleet.add(Utilities.like(ILEO, OTHER.slug()), "operator:test");
            tenants.refresh();
        }
    }

    @AfterEach
    void it_is_today_again() {
        clock.advance(travelled.negated());
        travelled = Duration.ZERO;
    }

    @Test
    void an_estimate_and_the_invoice_that_takes_it_back_after_a_new_price_and_a_new_meter() throws Exception {
        var home = household("201234501");
        keep("estimee", home, home.isBilled(RunKind.ESTIMATED, SPRING));
        home.pays(LocalDate.of(2025, 7, 20));
        home.waterCosts("1.4512", LocalDate.of(2025, 10, 1), "2025-06-19/7");
        home.meterIsExchanged(LocalDate.of(2025, 9, 10), 1_312, "C26GB998877");
        home.isRead(LocalDate.of(2025, 12, 29), 33);

        keep("regularisation", home, home.isBilled(RunKind.ACTUAL, AUTUMN));
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
    void an_invoice_by_a_reading_and_the_credit_note_that_takes_it_back(@Autowired CreditNotes credits)
            throws Exception {
        var home = household("201234506");
        home.isRead(LocalDate.of(2025, 6, 29), 1_297);
        var invoice = home.isBilled(RunKind.ACTUAL, SPRING);
        keep("reelle", home, invoice);
        itIs("2025-07-15");
        var order = new CreditOrder(Optional.empty(), "Erreur de relevé");

        keep("avoir", home, home.in(() -> credits.issue(ANNE, invoice, order, credits.preview(ANNE, invoice, order))));
    }

    @Test
    void another_utility_has_its_own_brand_numbers_and_words() throws Exception {
        var home = RatedHousehold.thatUsed100InAYear(application, OTHER, "2400123456");
        home.isRead(LocalDate.of(2025, 6, 29), 1_297);

        keep("autre-marque", home, home.isBilled(RunKind.ACTUAL, SPRING));
    }

    private RatedHousehold household(String contract) {
        return RatedHousehold.thatUsed100InAYear(application, UTILITY, contract);
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

    private void itIs(String day) {
        var noon = LocalDate.parse(day).atTime(12, 0).atZone(ZoneId.of("Europe/Paris"));
        var by = Duration.between(clock.instant(), noon.toInstant());
        clock.advance(by);
        travelled = travelled.plus(by);
    }

    private void keep(String name, RatedHousehold home, InvoiceId id) throws Exception {
        var head = home.in(() -> paper.letterhead(issued.find(id).orElseThrow()));
        var printed = printed(home, id);
        var portal = home.in(tenants::current).slug().equals(UTILITY.slug())
                ? "https://abonnes.siegvo.fr"
                : "https://espace.mel-ileo.fr";
        var pdf = PRINTER.pdf(printed, new Letterhead(head.utility(), head.logo(), portal));
        PaperPictures.keep(name, pdf);

        var invoice = printed.invoice();
        assertThat(invoice.lines().stream().map(BilledLine::net).reduce(Money.zero(), Money::plus))
                .as(name)
                .isEqualTo(invoice.net());
        assertThat(invoice.vatByRate().stream().map(VatAtRate::amount).reduce(Money.zero(), Money::plus))
                .as(name)
                .isEqualTo(invoice.vat());
        assertThat(invoice.net().plus(invoice.vat())).as(name).isEqualTo(invoice.total());
        assertThat(Conformance.ARCHIVE.faults(pdf)).as(name).isEmpty();
        assertThat(Conformance.ACCESSIBILITY.faults(pdf)).as(name).isEmpty();
        assertThat(ReadBySoftware.faults(pdf)).as(name).isEmpty();
    }

    private PrintedInvoice printed(RatedHousehold home, InvoiceId id) {
        return home.in(() -> {
            var invoice = issued.find(id).orElseThrow();
            var head = paper.letterhead(invoice);
            var key = head.utility().words().claimKey() == null ? null : "K7M2 9QXD";
            return paper.printed(invoice, paper.addressee(invoice, key), head);
        });
    }
}
