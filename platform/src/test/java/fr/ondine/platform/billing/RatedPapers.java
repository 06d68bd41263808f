package fr.ondine.platform.billing;

import static fr.ondine.platform.billing.InvoicePrinterTests.PRINTER;
import static fr.ondine.testing.Utilities.ILEO;
import static fr.ondine.testing.Utilities.SIEGVO;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.billing.InvoicePrinter.Letterhead;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.receivables.Ledger;
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
import java.util.Collection;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Two utilities whose runs and staff bill by a tariff, on days of one clock; papers of what they issue, and pictures of them. */
@PlatformTest
@Tag("long")
abstract class RatedPapers {

    static final TenantId UTILITY = new TenantId("papiers");
    static final TenantId OTHER = new TenantId("papiers_ileo");
    static final CurrentStaff ANNE =
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

    RatedHousehold household(String contract) {
        return RatedHousehold.thatUsed100InAYear(application, UTILITY, contract);
    }

    void itIs(String day) {
        var noon = LocalDate.parse(day).atTime(12, 0).atZone(ZoneId.of("Europe/Paris"));
        var by = Duration.between(clock.instant(), noon.toInstant());
        clock.advance(by);
        travelled = travelled.plus(by);
    }

    void keep(String name, RatedHousehold home, InvoiceId id) throws Exception {
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
        if (invoice.billedVolume() != null) {
            assertThat(volumes(invoice))
                    .as(name + ": each price counts the water that is billed")
                    .containsOnly(invoice.billedVolume());
        }
        assertThat(Conformance.ARCHIVE.faults(pdf)).as(name).isEmpty();
        assertThat(Conformance.ACCESSIBILITY.faults(pdf)).as(name).isEmpty();
        assertThat(ReadBySoftware.faults(pdf)).as(name).isEmpty();
    }

    private static Collection<Volume> volumes(ExplainedInvoice invoice) {
        return invoice.lines().stream()
                .filter(BilledLine::isByVolume)
                .collect(groupingBy(
                        line -> PrintedLine.of(line, null).priced(),
                        reducing(
                                new Volume(0),
                                line -> Volume.ofCubicMetres(line.quantity().amount()),
                                Volume::plus)))
                .values();
    }

    PrintedInvoice printed(RatedHousehold home, InvoiceId id) {
        return home.in(() -> {
            var invoice = issued.find(id).orElseThrow();
            var head = paper.letterhead(invoice);
            var key = head.utility().words().claimKey() == null ? null : "K7M2 9QXD";
            return paper.printed(invoice, paper.addressee(invoice, key), head);
        });
    }
}
