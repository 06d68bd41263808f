package fr.ondine.platform.runs;

import static fr.ondine.platform.runs.BilledStay.AUTUMN;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.billing.InvoiceForm;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoicesToPost;
import fr.ondine.platform.billing.InvoicesToPost.ToPost;
import fr.ondine.platform.billing.PostLot;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a run issued goes by post once, whatever other run bears the same day. */
@PlatformTest
class PostOfRunTests {

    private static final CurrentStaff ZOE =
            ProvenStaff.of(SIEGVO.slug(), UUID.randomUUID(), "zoe@b.fr", "Zoé", StaffRole.BILLER, 1);

    @Autowired
    BillingRuns runs;

    @Autowired
    InvoicesToPost posted;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private BilledStay one;
    private BilledStay another;

    @BeforeEach
    void two_rounds_are_billed_on_one_day() {
        one = billed();
        another = billed();
    }

    @Test
    void each_of_two_runs_of_one_day_has_its_own_invoices() {
        assertThat(posted(one)).containsExactly(one.lastInvoice());
        assertThat(posted(another)).containsExactly(another.lastInvoice());
    }

    @Test
    void what_was_issued_before_a_run_was_given_up_goes_by_post_all_the_same() {
        one.in(() -> database.sql("update billing_run set state = 'CANCELLED' where id = ?")
                .param(run(one))
                .update());
        one.in(() -> database.sql("delete from billing_draft where run_id = ?")
                .param(run(one))
                .update());

        assertThat(posted(one)).containsExactly(one.lastInvoice());
    }

    @Test
    void an_earlier_release_noted_no_run_and_the_time_says_it() {
        var run = run(one);
        var other = run(another);
        one.in(() -> database.sql("update invoice set run_id = null where agreement_id in (?, ?)")
                .params(one.agreement().value(), another.agreement().value())
                .update());

        assertThat(posted(run, one)).containsExactly(one.lastInvoice());
        assertThat(posted(other, one)).containsExactly(another.lastInvoice());
    }

    @Test
    void who_takes_it_is_told_at_the_run_alone() {
        var lot = new PostLot.OfRun(run(one));
        one.in(() -> {
            posted.taken(ZOE, lot);
            return lot;
        });

        assertThat(one.in(() -> posted.lastTaken(ZOE, lot)).orElseThrow().by()).isEqualTo(ZOE.actor());
        assertThat(one.in(() -> posted.lastTaken(ZOE, new PostLot.OfRun(run(another)))))
                .isEmpty();
        assertThat(one.in(() -> posted.count(ZOE, lot))).containsOnlyKeys(InvoiceForm.PAPER);
    }

    private BilledStay billed() {
        var stay = new BilledStay(runs, database, transaction);
        stay.isRead(LocalDate.of(2026, 12, 29), 220);
        stay.isBilled(RunKind.ACTUAL, AUTUMN);
        return stay;
    }

    private UUID run(BilledStay stay) {
        return stay.in(() -> database.sql("select run_id from invoice where id = ?")
                .param(stay.lastInvoice().value())
                .query(UUID.class)
                .single());
    }

    private List<InvoiceId> posted(BilledStay stay) {
        return posted(run(stay), stay);
    }

    private List<InvoiceId> posted(UUID run, BilledStay stay) {
        return stay.in(() -> posted.page(ZOE, new PostLot.OfRun(run), new InvoiceId(new UUID(0, 0)))).stream()
                .map(ToPost::id)
                .toList();
    }
}
