package fr.ondine.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.demo.data.DemoData;
import fr.ondine.demo.data.DemoSample;
import fr.ondine.demo.data.DemoUtility;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.Utilities;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demonstration comes in through the import, three years of it. */
class DemonstrationImportTests extends ImportTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Tag("long")
    @ParameterizedTest
    @EnumSource(names = "ILEO", mode = EnumSource.Mode.EXCLUDE)
    void loads_once_and_the_same_file_again_changes_nothing(DemoUtility utility) throws IOException {
        loadTwice(utility);
    }

    @Test
    @Tag("long")
    void so_does_the_largest() throws IOException {
        loadTwice(DemoUtility.ILEO);
    }

    private void loadTwice(DemoUtility utility) throws IOException {
        var zip = write(utility);
        var first = load(zip);
        assertThat(first.refusals()).isEmpty();
        assertThat(first.knownOn()).isEqualTo(TODAY);
        assertThat(count("agreement")).isEqualTo(agreements(utility));
        assertThatTheLedgerAgrees();
        assertThatInvoicesAreInEveryState();

        var again = load(zip);
        assertThat(again.refusals()).isEmpty();
        assertThat(again.counts()).allMatch(count -> count.added() == 0 && count.changed() == 0);
    }

    @Tag("long")
    @Test
    void a_sample_holds_the_well_known_subscribers_and_may_be_loaded_again() {
        DemoSample.load(imports, TODAY);
        DemoSample.load(imports, TODAY);
        tenant = Utilities.MALESHERBOIS;
        assertThat(count("agreement where number in ('IT00024', 'IT00025')")).isEqualTo(2);
        assertThat(count("reading_doubt d join reading r on r.id = d.reading_id where d.confirmed_at is null"
                        + " and r.source = 'CUSTOMER' and r.read_on = date '2026-11-20'"))
                .as("staff have something to look at")
                .isEqualTo(2);
    }

    private Path write(DemoUtility utility) throws IOException {
        tenant = like(new TenantId(utility.slug()));
        var zip = folder.resolve(utility.slug() + ".zip");
        DemoData.write(utility, TODAY, zip);
        return zip;
    }

    private static int agreements(DemoUtility utility) {
        return switch (utility) {
            case SIEGVO -> 2_000;
            case MALESHERBOIS -> 500;
            case ILEO -> 5_000;
        };
    }

    private void assertThatTheLedgerAgrees() {
        assertThat(one(BigDecimal.class, "select sum(amount) from posting")).isEqualByComparingTo("0");
        assertThat(count("(select from posting group by entry_id having sum(amount) <> 0) unbalanced"))
                .isZero();
        assertThat(one(
                        BigDecimal.class,
                        "select sum(amount) from posting where account in ('RECEIVABLE', 'UNALLOCATED')"))
                .isEqualByComparingTo(one(BigDecimal.class, """
                        select (select sum(total_amount) from invoice)
                             - (select sum(amount) from payment where state = 'SETTLED')"""));
    }

    private void assertThatInvoicesAreInEveryState() {
        var balances = "(select i.due_on, i.total_amount as total, sum(p.amount) as owed from invoice i"
                + " join posting p on p.invoice_id = i.id and p.account = 'RECEIVABLE' group by i.id) balances where ";
        assertThat(count(balances + "owed = 0")).as("paid").isPositive();
        assertThat(count(balances + "owed > 0 and due_on >= date '2026-11-23'"))
                .as("due")
                .isPositive();
        assertThat(count(balances + "owed > 0 and due_on < date '2026-11-23'"))
                .as("overdue")
                .isPositive();
        assertThat(count(balances + "owed > 0 and owed < total"))
                .as("paid in part")
                .isPositive();
        assertThat(count(balances + "owed < 0")).as("in credit").isPositive();
        assertThat(count("posting where account = 'UNALLOCATED'"))
                .as("paid too much")
                .isPositive();
    }
}
