package fr.ondine.platform.notifications;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.payments.PaymentFailed;
import fr.ondine.platform.payments.PaymentId;
import fr.ondine.platform.payments.PaymentSettled;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class PaymentLettersTests {

    private static final Money AMOUNT = Money.euros("1202.54");

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    CaughtMails caught;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    final PaymentId payment = new PaymentId(UUID.randomUUID());
    UserId user;
    AgreementId agreement;
    ReceivableId invoice;

    @BeforeEach
    void a_subscriber_with_an_invoice() {
        inSiegvo(() -> {
            var rows = new Rows(database);
            user = rows.user();
            agreement = rows.agreement();
            invoice = rows.invoice(agreement, Money.euros("1139.85"), Money.euros("62.69"));
        });
    }

    @Test
    void who_paid_gets_a_receipt_with_amount_day_and_invoice() {
        settled(user);

        var mail = caught.await(user.value() + "@exemple.fr");
        assertThat(mail.subject()).isEqualTo("Paiement reçu\u00a0: 1\u00a0202,54\u00a0€");
        assertThat(mail.plain()).contains("le 1er février 2026", "facture " + invoice.value());
        assertThat(mail.link()).hasPath("/factures").hasQuery("contrat=" + agreement.value());
    }

    @Test
    void who_was_refused_is_told_that_the_invoice_is_still_to_pay() {
        inSiegvo(() -> events.publishEvent(new PaymentFailed(SIEGVO, payment, invoice, agreement, user, AMOUNT)));

        assertThat(caught.await(user.value() + "@exemple.fr").plain()).contains("la facture reste à payer");
    }

    @Test
    void a_payment_of_nobody_or_of_a_deleted_account_is_settled_without_a_mail() {
        settled(null);
        settled(new UserId(UUID.randomUUID()));
        settled(user);

        caught.await(user.value() + "@exemple.fr");
        assertThat(caught.to(user.value() + "@exemple.fr")).hasSize(1);
    }

    @Test
    void a_payment_is_told_of_once_and_its_failure_beside_it_both_of_the_agreement() {
        inSiegvo(() -> events.publishEvent(new PaymentFailed(SIEGVO, payment, invoice, agreement, user, AMOUNT)));
        settled(user);
        settled(user);

        assertThat(TenantContext.<List<String>, RuntimeException>callAs(
                        SIEGVO,
                        () -> transaction.execute(status -> database.sql("select kind from mail where agreement_id = ?"
                                        + " and source is not null order by created_at, kind")
                                .param(agreement.value())
                                .query(String.class)
                                .list())))
                .containsExactlyInAnyOrder("payment-failed", "payment-received");
    }

    private void settled(@Nullable UserId payer) {
        inSiegvo(() -> events.publishEvent(
                new PaymentSettled(SIEGVO, payment, invoice, agreement, payer, AMOUNT, LocalDate.of(2026, 2, 1))));
    }

    private void inSiegvo(Runnable work) {
        TenantContext.runAs(SIEGVO, () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
