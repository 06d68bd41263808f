package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who lets whom see which agreement, as it is stored. */
@Repository
class DelegationRows {

    /** What the mails about one need; the row is held until the transaction ends. */
    private static final String TOLD = """
            select d.id, %s as number, h.email as holder, u.email as delegate, d.may_pay, d.until
              from delegation d join agreement a on a.id = d.agreement_id
              join user_account h on h.id = d.holder_id left join user_account u on u.id = d.delegate_id
             where d.ended_at is null and %s for update of d""";

    private static final String LISTED = """
            select d.id, %s as number, %s as other, d.may_pay, d.until, d.accepted_at is not null as accepted
              from delegation d join agreement a on a.id = d.agreement_id
              join user_account h on h.id = d.holder_id left join user_account u on u.id = d.delegate_id
             where d.ended_at is null and %s order by d.invited_at""";

    private static final String OF_HOLDER = LISTED.formatted(PrintedNumber.SQL, "coalesce(u.email, d.invited)", """
                    d.agreement_id = :agreement and (d.accepted_at is not null or d.open_until > :now)
                    and d.until >= :today""");

    private static final String OF_DELEGATE =
            LISTED.formatted(PrintedNumber.SQL, "h.email", "d.delegate_id = :user and " + SharedAgreements.STANDS);

    /** Of delegation {@code d} and agreement {@code a}: that it waits for its answer and would hold today. */
    private static final String OFFERED = """
            d.ended_at is null and d.accepted_at is null and d.open_until > :now and d.until >= :today
            and d.customer_id = a.customer_id and (a.ended_on is null or a.ended_on >= :today)
            and exists (select from customer_link h where h.user_id = d.holder_id and h.customer_id = a.customer_id
                        and (h.agreement_id is null or h.agreement_id = a.id))""";

    private final JdbcClient database;
    private final Tenants tenants;
    private final Clock clock;

    DelegationRows(JdbcClient database, Tenants tenants, Clock clock) {
        this.database = database;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** One that can be accepted until then by whoever has the secret and that address. */
    void invite(
            AgreementId agreement,
            UserId holder,
            EmailAddress invited,
            boolean mayPay,
            LocalDate until,
            RawToken token,
            Instant openUntil) {
        database.sql("""
                        insert into delegation (id, agreement_id, customer_id, holder_id, invited, may_pay, until,
                                                invitation, invited_at, open_until)
                        select :id, a.id, a.customer_id, :holder, :invited, :pay, :until, :token, :now, :open
                          from agreement a where a.id = :agreement
                        """)
                .param("id", UUID.randomUUID())
                .param("holder", holder.value())
                .param("invited", invited.value())
                .param("pay", mayPay)
                .param("until", until)
                .param("token", token.digest())
                .param("now", now())
                .param("open", openUntil.atOffset(ZoneOffset.UTC))
                .param("agreement", agreement.value())
                .update();
    }

    int count(AgreementId agreement) {
        return of(agreement).size();
    }

    List<Delegation> of(AgreementId agreement) {
        return database.sql(OF_HOLDER)
                .param("agreement", agreement.value())
                .param("now", now())
                .param("today", LocalDate.now(clock))
                .query(this::listed)
                .list();
    }

    List<Delegation> to(UserId user) {
        return database.sql(OF_DELEGATE)
                .param("user", user.value())
                .param("today", LocalDate.now(clock))
                .query(this::listed)
                .list();
    }

    /** The number as printed of a contract. */
    String number(AgreementId agreement) {
        return printed(database.sql("select " + PrintedNumber.SQL + " from agreement a where a.id = :agreement")
                .param("agreement", agreement.value())
                .query(String.class)
                .single());
    }

    /** What a link offers to an address; nothing when it was used, is over, or is another's. */
    Optional<Told> look(RawToken token) {
        return database.sql("""
                        select d.id, %s as number, h.email as holder, d.invited as delegate, d.may_pay, d.until
                          from delegation d join agreement a on a.id = d.agreement_id
                          join user_account h on h.id = d.holder_id
                         where d.invitation = :token and %s""".formatted(PrintedNumber.SQL, OFFERED))
                .param("token", token.digest())
                .param("now", now())
                .param("today", LocalDate.now(clock))
                .query(this::told)
                .optional();
    }

    /** Uses the link up; of two who try at the same moment one gets it. */
    boolean accept(RawToken token, UserId user) {
        return database.sql("""
                        update delegation d set delegate_id = :user, accepted_at = :now, invited = null, invitation = null
                          from agreement a
                         where a.id = d.agreement_id and d.invitation = :token and %s""".formatted(OFFERED))
                        .param("user", user.value())
                        .param("token", token.digest())
                        .param("now", now())
                        .param("today", LocalDate.now(clock))
                        .update()
                == 1;
    }

    /** Ends what the person was let do with the same contract before, whether it still held or not. */
    List<UUID> endFormer(RawToken token, UserId user) {
        return database.sql("""
                        update delegation set ended_at = :now, ended_by = :by
                         where delegate_id = :user and ended_at is null
                           and agreement_id = (select agreement_id from delegation where invitation = :token)
                        returning id""")
                .param("now", now())
                .param("by", "user:" + user)
                .param("user", user.value())
                .param("token", token.digest())
                .query(UUID.class)
                .list();
    }

    /** Who is about to be told that it is over; nothing where it is already, or is nobody's whom this concerns. */
    Optional<Told> ofEither(UUID delegation, UserId user) {
        return database.sql(TOLD.formatted(PrintedNumber.SQL, """
                        d.id = :id and (d.delegate_id = :user or exists (select from customer_link l
                            where l.user_id = :user and l.customer_id = a.customer_id
                              and (l.agreement_id is null or l.agreement_id = a.id)))"""))
                .param("id", delegation)
                .param("user", user.value())
                .query(this::told)
                .optional();
    }

    List<Told> ofEither(UserId user) {
        return database.sql(TOLD.formatted(PrintedNumber.SQL, "(d.delegate_id = :user or d.holder_id = :user)"))
                .param("user", user.value())
                .query(this::told)
                .list();
    }

    /** What somebody offered, or what was accepted of theirs, since a moment. */
    List<Told> givenSince(UserId holder, Instant moment) {
        return database.sql(TOLD.formatted(
                        PrintedNumber.SQL,
                        "d.holder_id = :holder and coalesce(d.accepted_at, d.invited_at) >= :moment"))
                .param("holder", holder.value())
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(this::told)
                .list();
    }

    /** Those that have ended by themselves, of which nobody was told. */
    List<Told> over(int most) {
        return database.sql(TOLD.formatted(
                                PrintedNumber.SQL,
                                "(d.accepted_at is not null or d.open_until <= :now)" + " and not ("
                                        + SharedAgreements.STANDS + ")")
                        .replace("for update of d", "limit :most for update of d skip locked"))
                .param("now", now())
                .param("today", LocalDate.now(clock))
                .param("most", most)
                .query(this::told)
                .list();
    }

    void end(UUID delegation, String by) {
        database.sql("""
                        update delegation set ended_at = :now, ended_by = :by, invited = null, invitation = null
                         where id = :id and ended_at is null""")
                .param("now", now())
                .param("by", by)
                .param("id", delegation)
                .update();
    }

    private Delegation listed(ResultSet row, int number) throws SQLException {
        return new Delegation(
                row.getObject("id", UUID.class),
                printed(row.getString("number")),
                row.getString("other"),
                row.getBoolean("may_pay"),
                row.getObject("until", LocalDate.class),
                row.getBoolean("accepted"));
    }

    private Told told(ResultSet row, int number) throws SQLException {
        return new Told(
                row.getObject("id", UUID.class),
                printed(row.getString("number")),
                new EmailAddress(row.getString("holder")),
                Optional.ofNullable(row.getString("delegate")).map(EmailAddress::new),
                row.getBoolean("may_pay"),
                row.getObject("until", LocalDate.class));
    }

    private String printed(String number) {
        return tenants.current().contractNumbers().display(number);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** @param delegate nobody's before somebody accepted */
    record Told(
            UUID id,
            String number,
            EmailAddress holder,
            Optional<EmailAddress> delegate,
            boolean mayPay,
            LocalDate until) {}
}
