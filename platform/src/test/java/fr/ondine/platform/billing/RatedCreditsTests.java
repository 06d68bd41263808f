package fr.ondine.platform.billing;

import static fr.ondine.platform.billing.RatedHousehold.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.credits.CreditNotes;
import fr.ondine.platform.credits.CreditOrder;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.leaks.CertifiedRepair;
import fr.ondine.platform.leaks.LeakDesk;
import fr.ondine.platform.leaks.LeakFilter;
import fr.ondine.platform.runs.RunKind;
import fr.ondine.platform.tariffs.InvoiceSection;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Papers of what takes a bill back, whole, in part or because of a leak: their pictures are in {@code docs/documents}. */
class RatedCreditsTests extends RatedPapers {

    @Autowired
    CreditNotes credits;

    @Test
    void an_invoice_by_a_reading_and_the_credit_note_that_takes_it_back() throws Exception {
        var home = household("201234506");
        home.isRead(LocalDate.of(2025, 6, 29), 1_297);
        var invoice = home.isBilled(RunKind.ACTUAL, SPRING);
        keep("reelle", home, invoice);
        itIs("2025-07-15");
        var order = new CreditOrder(Optional.empty(), "Erreur de relevé");

        keep("avoir", home, home.in(() -> credits.issue(ANNE, invoice, order, credits.preview(ANNE, invoice, order))));
    }

    @Test
    void a_part_of_some_lines_is_taken_back() throws Exception {
        var home = household("201234507");
        home.isRead(LocalDate.of(2025, 6, 29), 1_297);
        var invoice = home.isBilled(RunKind.ACTUAL, SPRING);
        itIs("2025-07-15");
        var lines = home.in(() -> credits.creditable(ANNE, invoice)).lines();
        var standing = lines.getFirst();
        var water = lines.stream()
                .filter(line -> line.net().equals(Money.euros("78.88")))
                .findFirst()
                .orElseThrow();
        var order = new CreditOrder(
                Optional.of(Map.of(standing.position(), standing.net(), water.position(), Money.euros("20.00"))),
                "Coupure d'eau du 2 au 5 juin 2025");

        keep(
                "avoir-partiel",
                home,
                home.in(() -> credits.issue(ANNE, invoice, order, credits.preview(ANNE, invoice, order))));
    }

    /** CGCT L2224-12-4 III bis: water up to twice what is usual, sewerage up to what is usual. */
    @Test
    void a_leak_is_told_with_the_invoice_and_granted_by_a_credit_note(@Autowired LeakDesk desk) throws Exception {
        var home = RatedHousehold.thatUsed100InAYearAndIsKnownForLonger(application, UTILITY, "201234508");
        home.isRead(LocalDate.of(2025, 6, 29), 1_440);
        keep("fuite", home, home.isBilled(RunKind.ACTUAL, SPRING));
        itIs("2025-07-25");
        var note = home.in(() -> {
            var file = desk.list(ANNE, new LeakFilter(Optional.empty(), false, "201234508"), 0)
                    .rows()
                    .getFirst()
                    .id();
            desk.enter(
                    ANNE,
                    file,
                    new CertifiedRepair("Sous la terrasse", LocalDate.of(2025, 7, 12)),
                    LocalDate.of(2025, 7, 18));
            desk.check(ANNE, desk.find(ANNE, file).orElseThrow());
            desk.grant(
                    ANNE,
                    file,
                    false,
                    desk.preview(ANNE, file, false).orElseThrow().total(),
                    "");
            return desk.credits(ANNE, file).getFirst().note();
        });

        keep("fuite-accordee", home, note);
        var less = printed(home, note).invoice().lines();
        assertThat(less).as("no less is due of a subscription").allMatch(BilledLine::isByVolume);
        assertThat(less)
                .filteredOn(line -> line.section() != InvoiceSection.PUBLIC_BODIES)
                .extracting(line -> line.quantity().amount().toPlainString())
                .as("54.698 m³ of 200 are usual: water is due for twice as much, sewerage for as much")
                .containsExactly("-90.604", "-90.604", "-145.302");
    }
}
