package fr.ondine.platform.notifications;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.plans.Instalment;
import fr.ondine.platform.plans.Instalments;
import fr.ondine.platform.plans.PlanAgreed;
import fr.ondine.platform.plans.PlanClosed;
import fr.ondine.platform.plans.PlanClosing;
import fr.ondine.platform.plans.PlanId;
import fr.ondine.platform.plans.PlanRevised;
import fr.ondine.platform.plans.PlanSettled;
import fr.ondine.platform.plans.YearEnd;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What is told of a plan holds no secret, is told once to each reader, and may be sent again. */
@PlatformTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class PlanLettersTests {

    private static final Instalments DATES =
            new Instalments(List.of(new Instalment(LocalDate.of(2026, 3, 10), Money.euros("20.00"))));

    private static final Instalment NEXT = new Instalment(LocalDate.of(2026, 4, 10), Money.euros("7.50"));

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    final PlanId plan = new PlanId(UUID.randomUUID());
    AgreementId agreement;

    @BeforeEach
    void an_agreement_of_two_accounts() {
        agreement = in(() -> {
            var rows = new Rows(database);
            var made = rows.agreement();
            for (var user : List.<UserId>of(rows.user(), rows.user())) {
                rows.link(user, made);
            }
            return made;
        });
    }

    @Test
    void each_reader_is_told_once_of_each_version() {
        var agreed = new PlanAgreed(SIEGVO, agreement, plan, "A", DATES);
        tell(agreed);
        tell(agreed);
        tell(new PlanRevised(SIEGVO, agreement, plan, 2, DATES, NEXT));
        tell(new PlanRevised(SIEGVO, agreement, plan, 3, DATES, NEXT));
        tell(new PlanRevised(SIEGVO, agreement, plan, 3, DATES, NEXT));

        assertThat(told()).containsExactlyInAnyOrder(tuple("plan-agreed", 2), tuple("plan-revised", 4));
    }

    @Test
    void who_pays_another_amount_reads_what_comes_next_and_when_unless_nothing_does() {
        tell(new PlanRevised(SIEGVO, agreement, plan, 2, DATES, NEXT));
        assertThat(plain())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail).contains("7,50 €, le 10 avril 2026", "20,00 € en tout"));

        tell(new PlanRevised(SIEGVO, agreement, plan, 3, DATES, null));
        assertThat(told()).containsExactlyInAnyOrder(tuple("plan-revised", 2), tuple("plan-revised-paid", 2));
        assertThat(plain())
                .filteredOn(mail -> mail.contains("plus de mensualité à venir"))
                .hasSize(2);
    }

    private List<String> plain() {
        return in(() -> database.sql("select plain from mail where agreement_id = ?")
                .param(agreement.value())
                .query((row, number) -> row.getString(1).replaceAll("[\\s\\h]+", " "))
                .list());
    }

    @Test
    void another_plan_of_the_same_agreement_is_told_of_again() {
        tell(new PlanClosed(SIEGVO, agreement, plan, PlanClosing.YEAR_END));
        tell(new PlanClosed(SIEGVO, agreement, new PlanId(UUID.randomUUID()), PlanClosing.YEAR_END));

        assertThat(told()).containsExactly(tuple("plan-finished", 4));
    }

    /** Nobody goes on paying what is asked for no more. */
    @Test
    void who_has_fewer_payments_to_make_is_told_so_though_a_small_rest_is_carried() {
        tell(settled(null, false));
        tell(settled(null, true));
        tell(settled(PlanClosing.YEAR_END, true));

        assertThat(told())
                .containsExactlyInAnyOrder(
                        tuple("plan-settled-carried", 2),
                        tuple("plan-settled-carried-ended", 2),
                        tuple("plan-settled-carried-reduced", 2));
        assertThat(in(() -> database.sql("select plain from mail where agreement_id = ? and kind like '%-reduced'")
                        .param(agreement.value())
                        .query(String.class)
                        .list()))
                .allSatisfy(mail -> assertThat(mail.replaceAll("[\\s\\h]+", " "))
                        .contains("la dernière est le 10 mars 2026", "Il reste 4,00 €"));
    }

    private PlanSettled settled(@Nullable PlanClosing closing, boolean isLess) {
        var rest = Money.euros("4.00");
        return new PlanSettled(
                SIEGVO, agreement, plan, new YearEnd(rest, rest, YearEnd.Outcome.CARRIED, DATES, closing), isLess);
    }

    /** As on the paper of the plan; the agreement is shared with somebody who is told nothing. */
    @Test
    void who_pays_by_debit_is_told_from_which_account_and_nobody_else() {
        in(() -> {
            database.sql("""
                            insert into delegation (id, agreement_id, customer_id, holder_id, delegate_id, may_pay, until,
                                                    invited_at, open_until, accepted_at)
                            select gen_random_uuid(), a.id, a.customer_id, l.user_id, :delegate, true, current_date + 30,
                                   now(), now(), now()
                              from agreement a join customer_link l using (customer_id) where a.id = :agreement limit 1""")
                    .param("delegate", new Rows(database).user().value())
                    .param("agreement", agreement.value())
                    .update();
            return database.sql("insert into mandate (id, agreement_id, reference, creditor, holder, iban, iban_masked,"
                            + " signed_on) values (?, ?, 'RUM-42', 'FR48ZZZ227807', 'Martin', '\\x00', 'FR76 •••• 0185',"
                            + " date '2025-01-01')")
                    .params(UUID.randomUUID(), agreement.value())
                    .update();
        });
        tell(new PlanAgreed(SIEGVO, agreement, plan, "A", DATES));
        tell(new PlanRevised(SIEGVO, agreement, plan, 2, DATES, NEXT));

        assertThat(told()).containsExactly(tuple("plan-agreed-debited", 2), tuple("plan-revised-debited", 2));
        assertThat(plain())
                .hasSize(4)
                .allSatisfy(
                        mail -> assertThat(mail).contains("sera prélevée à sa date sur votre compte FR76 •••• 0185."));
    }

    private void tell(TenantEvent event) {
        in(() -> {
            events.publishEvent(event);
            return event;
        });
    }

    private List<Tuple> told() {
        return in(() -> database.sql("select kind, count(distinct source) as many from mail where agreement_id = ?"
                        + " group by kind order by kind")
                .param(agreement.value())
                .query((row, number) -> tuple(row.getString("kind"), row.getInt("many")))
                .list());
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
