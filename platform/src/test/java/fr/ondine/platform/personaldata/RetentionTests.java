package fr.ondine.platform.personaldata;

import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class RetentionTests {

    private static final CurrentStaff ADMINISTRATOR = staff(StaffRole.ADMINISTRATOR);

    @Autowired
    Retention retention;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void what_is_over_goes_and_what_is_not_stays_and_the_report_says_how_much() {
        var old = mail(SIEGVO, "13 months", true);
        var recent = mail(SIEGVO, "11 months", true);
        var unsent = mail(SIEGVO, "13 months", false);

        remove(SIEGVO);

        assertThat(isThere(SIEGVO, "mail", old)).isFalse();
        assertThat(isThere(SIEGVO, "mail", recent)).isTrue();
        assertThat(isThere(SIEGVO, "mail", unsent))
                .as("nothing accepted is lost")
                .isTrue();
        var report = TenantContext.callAs(SIEGVO, () -> retention.report(ADMINISTRATOR, 0))
                .rows();
        assertThat(report).anySatisfy(removed -> {
            assertThat(removed.rule()).isEqualTo(RetentionRule.ACCOUNT_MAILS);
            assertThat(removed.rows()).isPositive();
        });
    }

    @Test
    void a_mail_about_a_contract_is_kept_for_who_must_have_been_told() {
        var mail = in(SIEGVO, rows -> {
            var id = mail(rows, "4 years", true);
            database.sql("update mail set agreement_id = ? where id = ?")
                    .params(rows.agreement().value(), id)
                    .update();
            return id;
        });

        remove(SIEGVO);
        assertThat(isThere(SIEGVO, "mail", mail)).isTrue();

        in(
                SIEGVO,
                rows -> database.sql("update mail set created_at = now() - interval '61 months' where id = ?")
                        .param(mail)
                        .update());
        remove(SIEGVO);
        assertThat(isThere(SIEGVO, "mail", mail)).isFalse();
    }

    @Test
    void a_sign_up_that_nobody_activated_goes_and_an_account_never_does() {
        var forgotten = account("PENDING");
        var waiting = account("PENDING");
        in(
                SIEGVO,
                rows -> database.sql("insert into email_token (hash, purpose, user_id, created_at, expires_at)"
                                + " values (decode(md5(?), 'hex'), 'ACTIVATION', ?, now(), now() + interval '1 day')")
                        .params(waiting.toString(), waiting)
                        .update());
        var active = account("ACTIVE");

        remove(SIEGVO);

        assertThat(isThere(SIEGVO, "user_account", forgotten)).isFalse();
        assertThat(isThere(SIEGVO, "user_account", waiting)).isTrue();
        assertThat(isThere(SIEGVO, "user_account", active)).isTrue();
    }

    @Test
    void the_last_known_browser_of_an_account_stays() {
        var user = account("ACTIVE");
        in(
                SIEGVO,
                rows -> database.sql(
                                "insert into known_browser (user_id, mark, last_used) values"
                                        + " (:user, '\\x01', now() - interval '5 years'), (:user, '\\x02', now() - interval '4 years')")
                        .param("user", user)
                        .update());

        remove(SIEGVO);

        var left = in(
                SIEGVO,
                rows -> database.sql("select last_used from known_browser where user_id = ?")
                        .param(user)
                        .query(OffsetDateTime.class)
                        .list());
        assertThat(left).hasSize(1);
    }

    @Test
    void more_than_a_portion_goes_in_one_night_and_is_one_line_of_the_report() {
        in(SIEGVO, rows -> database.sql("""
                        insert into webhook_event (id, provider, event_id, type, payload, received_at, handled_at)
                        select gen_random_uuid(), 'STRIPE', gen_random_uuid()::text, 'x', '{}', at, at
                        from generate_series(1, 1500), (select now() - interval '3 years' as at) old""").update());

        remove(SIEGVO);

        assertThat(TenantContext.callAs(SIEGVO, () -> retention.report(ADMINISTRATOR, 0))
                        .rows())
                .filteredOn(removed -> removed.rule() == RetentionRule.CARD_EVENTS)
                .extracting(Removed::rows)
                .contains(1500L);
    }

    @Test
    void a_line_of_a_later_release_is_left_to_it() {
        in(
                SIEGVO,
                rows -> database.sql(
                                "insert into retention_report (id, rule, before, removed, ended_at)"
                                        + " values (gen_random_uuid(), 'SOMETHING_LATER', now(), 1, now() + interval '99 years')")
                        .update());

        assertThat(TenantContext.callAs(SIEGVO, () -> retention.report(ADMINISTRATOR, 0))
                        .rows())
                .isNotNull();
    }

    @Test
    void who_was_to_bring_an_old_login_in_and_did_not_is_forgotten() {
        var login = UUID.randomUUID();
        var over = UUID.randomUUID();
        var still = UUID.randomUUID();
        in(SIEGVO, rows -> {
            database.sql("insert into old_login (id, number, email, imported_at) values (?, ?, 'a@exemple.fr', now())")
                    .params(login, login.toString())
                    .update();
            return database.sql("insert into old_login_request (id, old_login_id, user_id, created_at, expires_at)"
                            + " values (:over, :login, :user, now(), now() - interval '31 days'),"
                            + " (:still, :login, :user, now(), now() - interval '20 days')")
                    .param("over", over)
                    .param("still", still)
                    .param("login", login)
                    .param("user", rows.user().value())
                    .update();
        });

        remove(SIEGVO);

        assertThat(isThere(SIEGVO, "old_login_request", over)).isFalse();
        assertThat(isThere(SIEGVO, "old_login_request", still)).isTrue();
    }

    @Test
    void an_old_login_that_nobody_brought_over_is_forgotten_in_the_end_and_one_that_came_over_is_not() {
        var forgotten = oldLogin("37 months", false);
        var waited = oldLogin("35 months", false);
        var over = oldLogin("37 months", true);
        var coming = oldLogin("37 months", false);
        in(
                SIEGVO,
                rows -> database.sql("insert into old_login_request (id, old_login_id, user_id, created_at, expires_at)"
                                + " values (?, ?, ?, now(), now() + interval '7 days')")
                        .params(UUID.randomUUID(), coming, rows.user().value())
                        .update());

        remove(SIEGVO);

        assertThat(isThere(SIEGVO, "old_login", forgotten)).isFalse();
        assertThat(isThere(SIEGVO, "old_login", waited)).isTrue();
        assertThat(isThere(SIEGVO, "old_login", over)).isTrue();
        assertThat(isThere(SIEGVO, "old_login", coming)).isTrue();
    }

    @Test
    void a_sign_up_stays_while_its_claim_waits_for_customer_service_and_a_month_after_they_accepted_it() {
        var waiting = accountWithClaim("AWAITING_STAFF", null);
        var accepted = accountWithClaim("APPROVED", "20 days");
        var acceptedLongAgo = accountWithClaim("APPROVED", "40 days");
        var refused = accountWithClaim("REFUSED", "20 days");
        var unconfirmed = accountWithClaim("AWAITING_MAIL", null);

        remove(SIEGVO);

        assertThat(isThere(SIEGVO, "user_account", waiting)).isTrue();
        assertThat(claims(waiting)).isEqualTo(1);
        assertThat(isThere(SIEGVO, "user_account", accepted)).isTrue();
        assertThat(claims(accepted)).isEqualTo(1);
        assertThat(isThere(SIEGVO, "user_account", acceptedLongAgo)).isFalse();
        assertThat(isThere(SIEGVO, "user_account", refused)).isFalse();
        assertThat(isThere(SIEGVO, "user_account", unconfirmed)).isFalse();
    }

    private UUID accountWithClaim(String state, @Nullable String decidedAgo) {
        var account = account("PENDING");
        in(
                SIEGVO,
                rows -> database.sql("insert into pending_claim (id, user_id, agreement_id, state, proof, created_at,"
                                + " decided_at, decided_by) values (gen_random_uuid(), :user, :agreement, :state,"
                                + " 'PAPER', now() - interval '4 months', now() - cast(:ago as interval),"
                                + " case when cast(:ago as interval) is not null then 'anne' end)")
                        .param("user", account)
                        .param("agreement", rows.agreement().value())
                        .param("state", state)
                        .param("ago", decidedAgo)
                        .update());
        return account;
    }

    private int claims(UUID account) {
        return in(
                SIEGVO,
                rows -> database.sql("select count(*) from pending_claim where user_id = ?")
                        .param(account)
                        .query(Integer.class)
                        .single());
    }

    private UUID oldLogin(String ago, boolean cameOver) {
        return in(
                SIEGVO,
                rows -> database.sql("insert into old_login (id, number, email, imported_at, came_over_at)"
                                + " values (gen_random_uuid(), gen_random_uuid()::text, 'a@exemple.fr',"
                                + " now() - cast(:ago as interval), case when :over then now() end) returning id")
                        .param("ago", ago)
                        .param("over", cameOver)
                        .query(UUID.class)
                        .single());
    }

    @Test
    void invoices_and_what_was_paid_are_under_no_rule() {
        var invoice = in(SIEGVO, rows -> rows.invoice(rows.agreement(), Money.euros("1.00"), Money.euros("0.10")));
        remove(SIEGVO);
        assertThat(isThere(SIEGVO, "invoice", invoice.value())).isTrue();
        assertThat(RetentionRule.values())
                .flatExtracting(RetentionRule::removals)
                .noneMatch(
                        sql -> sql.matches("delete from (invoice|ledger_entry|posting|payment|audit_entry|reading).*"));
    }

    @Test
    void one_utility_s_nights_are_no_other_s() {
        var elsewhere = mail(MALESHERBOIS, "13 months", true);
        remove(SIEGVO);
        assertThat(isThere(MALESHERBOIS, "mail", elsewhere)).isTrue();
    }

    @Test
    void the_report_is_the_administrators() {
        assertThatThrownBy(() -> TenantContext.callAs(SIEGVO, () -> retention.report(staff(StaffRole.BILLER), 0)))
                .isInstanceOf(RuntimeException.class);
    }

    private static CurrentStaff staff(StaffRole role) {
        return new CurrentStaff(SIEGVO.slug(), UUID.randomUUID(), "anne@exemple.fr", "Anne Martin", role, 0);
    }

    private void remove(TenantId utility) {
        TenantContext.runAs(utility, () -> retention.remove());
    }

    private UUID account(String state) {
        return in(SIEGVO, rows -> {
            var user = rows.user();
            database.sql("update user_account set state = ?, created_at = now() - interval '4 months' where id = ?")
                    .params(state, user.value())
                    .update();
            return user.value();
        });
    }

    private UUID mail(TenantId utility, String age, boolean sent) {
        return in(utility, rows -> mail(rows, age, sent));
    }

    private UUID mail(Rows rows, String age, boolean sent) {
        var id = UUID.randomUUID();
        rows.database()
                .sql("insert into mail (id, recipient, subject, html, plain, created_at, sent_at) values"
                        + " (:id, 'a@exemple.fr', 's', 'h', 'p', now() - cast(:age as interval),"
                        + " case when :sent then now() end)")
                .param("id", id)
                .param("age", age)
                .param("sent", sent)
                .update();
        return id;
    }

    private boolean isThere(TenantId utility, String table, UUID id) {
        return in(
                utility,
                rows -> database.sql("select count(*) from " + table + " where id = ?")
                                .param(id)
                                .query(Long.class)
                                .single()
                        == 1);
    }

    private <T> T in(TenantId utility, Function<Rows, T> work) {
        Supplier<T> here = () -> transaction.execute(status -> work.apply(new Rows(database)));
        return TenantContext.callAs(utility, here::get);
    }
}
