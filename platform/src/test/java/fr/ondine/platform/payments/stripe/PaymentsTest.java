package fr.ondine.platform.payments.stripe;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.payments.Payer;
import fr.ondine.platform.payments.PaymentChecks;
import fr.ondine.platform.payments.PaymentId;
import fr.ondine.platform.payments.PaymentState;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantJob;
import fr.ondine.simulators.stripe.Account;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import fr.ondine.testing.SimulatedStripe;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole way of a payment: real database, real jobs, the real SDK, a simulated Stripe that calls back. */
@PlatformTest
@Import({BreakingGateway.class, SettledEvents.class})
abstract class PaymentsTest {

    static final String GOOD_CARD = "4242424242424242";
    static final Money TOTAL = euros("94.95");

    final SimulatedStripe stripe = SimulatedStripe.shared();

    @Autowired
    CardPayments payments;

    @Autowired
    PaymentChecks checks;

    @Autowired
    Ledger ledger;

    @Autowired
    Debts debts;

    @Autowired
    BreakingGateway gateway;

    @Autowired
    StripeWebhook webhook;

    @Autowired
    List<TenantJob> jobs;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    Account account;
    Owed owed;

    @BeforeEach
    void an_invoice_and_a_provider_that_works() {
        theDoorIsOpen();
        account = stripe.of(SIEGVO);
        owed = anInvoice(SIEGVO);
    }

    void theDoorIsOpen() {
        StripeDoor.open(webhook);
    }

    @AfterEach
    void nothing_goes_wrong_any_more() {
        gateway.dieHere(BreakingGateway.Point.NOWHERE);
        stripe.simulator().disarm();
    }

    Owed anInvoice(TenantId tenant) {
        return as(tenant, () -> {
            var rows = new Rows(database);
            var agreement = rows.agreement();
            var user = rows.user();
            rows.link(user, agreement);
            var invoice = rows.invoice(agreement, euros("90.00"), euros("4.95"));
            ledger.post(
                    LedgerEntry.invoice(invoice, agreement, LocalDate.of(2026, 1, 15), euros("90.00"), euros("4.95")));
            return new Owed(tenant, user, agreement, invoice);
        });
    }

    URI start() {
        return start(owed);
    }

    URI start(Owed what) {
        return TenantContext.callAs(what.tenant(), () -> payments.start(what.payer(), what.invoice()));
    }

    String pay(URI page, String card) {
        return stripe.simulator().pay(session(page), card);
    }

    static String session(URI page) {
        return page.getPath().substring("/c/pay/".length());
    }

    /** The attempts on an invoice, the last first. */
    List<PaymentId> attempts() {
        return as(
                SIEGVO,
                () -> database
                        .sql("select id from payment where invoice_id = :id order by initiated_at desc")
                        .param("id", owed.invoice().value())
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(PaymentId::new)
                        .toList());
    }

    PaymentId attempt() {
        return attempts().getFirst();
    }

    PaymentState state() {
        return TenantContext.callAs(
                SIEGVO, () -> payments.status(owed.user(), attempt()).state());
    }

    Money balance() {
        return as(SIEGVO, () -> ledger.balance(owed.invoice()));
    }

    long sessionsFor(PaymentId payment) {
        return stripe.simulator()
                .sessions(SimulatedStripe.account(SIEGVO), payment.value().toString())
                .size();
    }

    void becomes(PaymentState expected) {
        await().untilAsserted(() -> assertThat(state()).isEqualTo(expected));
    }

    /** The session of an invoice that is paid by now. */
    String paid() {
        var page = start();
        pay(page, GOOD_CARD);
        becomes(PaymentState.SETTLED);
        return session(page);
    }

    long audited(String action) {
        return as(
                SIEGVO,
                () -> database.sql("select count(*) from audit_entry where action = :action and subject = :subject")
                        .param("action", action)
                        .param("subject", "payment:" + attempt().value())
                        .query(Long.class)
                        .single());
    }
    /** Runs a job as the scheduler does when it is due. */
    void run(String job, UUID id) {
        var work = jobs.stream()
                .filter(known -> known.name().equals(job))
                .findFirst()
                .orElseThrow();
        TenantContext.runAs(SIEGVO, () -> work.run(id));
    }

    void checkIsDue() {
        run("check-payment", attempt().value());
    }

    <T> T as(TenantId tenant, Supplier<T> work) {
        return TenantContext.callAs(tenant, () -> transaction.execute(status -> work.get()));
    }

    record Owed(TenantId tenant, UserId user, AgreementId agreement, ReceivableId invoice) {

        Payer payer() {
            return new Payer(user, tenant.slug() + ".localhost");
        }
    }
}
