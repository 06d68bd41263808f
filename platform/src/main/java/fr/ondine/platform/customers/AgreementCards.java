package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.network.Address;
import fr.ondine.platform.network.ServicePointId;
import fr.ondine.tenantconfig.NumberFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads everything of an agreement in one query, with a row for each number it had before. */
@Repository
class AgreementCards {

    private static final String CARD = """
            select a.id, %s as number, a.service, a.service_point_id, a.occupant, a.payment_method, a.started_on,
                   a.ended_on,
                   p.street as served_street, p.complement as served_complement, p.postcode as served_postcode,
                   p.city as served_city, c.title, c.first_name, c.last_name, c.phone, c.mobile, c.email,
                   c.street is not null or c.postcode is not null or c.city is not null as has_address,
                   coalesce(c.street, p.street) as street, coalesce(c.postcode, p.postcode) as postcode,
                   coalesce(c.city, p.city) as city,
                   case when c.street is null then coalesce(c.complement, p.complement) else c.complement end
                       as complement, %s, m.reference, m.creditor, m.iban_masked, m.bank, m.signed_on,
                   o.number as older_number, o.replaced_on, o.operator
            from agreement a
            join customer c on c.id = a.customer_id
            join service_point s on s.id = a.service_point_id
            join premise p on p.id = s.premise_id
            left join lateral (select reference, creditor, iban_masked, bank, signed_on from mandate
                               where agreement_id = a.id and revoked_on is null
                               order by signed_on desc, id limit 1) m on true
            left join agreement_alias o on o.agreement_id = a.id
            where a.id = :agreement%s
            order by o.replaced_on desc, o.number""";

    private static final String OF_ANYBODY = CARD.formatted(PrintedNumber.SQL, BuyerRow.COLUMNS, "");
    private static final String OF_USER =
            CARD.formatted(PrintedNumber.SQL, BuyerRow.COLUMNS, " and " + CustomerLinks.OPEN_TO_USER);

    private static final String SHARED =
            CARD.formatted(PrintedNumber.SQL, BuyerRow.COLUMNS, " and " + SharedAgreements.SEEN_BY_USER);

    /** The same where tables are what was kept of their rows. */
    private static final String AS_KEPT = """
            with kept as (select agreement_id, facts from paper_facts where id = :facts),
                 agreement as (select r.* from kept k join agreement a on a.id = k.agreement_id
                               cross join lateral jsonb_populate_record(a, k.facts -> 'agreement') r),
                 customer as (select r.* from kept cross join lateral jsonb_populate_record(null::customer, facts -> 'customer') r),
                 service_point as (select r.* from kept cross join lateral jsonb_populate_record(null::service_point, facts -> 'service_point') r),
                 premise as (select r.* from kept cross join lateral jsonb_populate_record(null::premise, facts -> 'premise') r),
                 mandate as (select r.* from kept cross join lateral jsonb_populate_record(null::mandate, facts -> 'mandate') r)
            """ + OF_ANYBODY;

    private final JdbcClient database;

    AgreementCards(JdbcClient database) {
        this.database = database;
    }

    Optional<AgreementCard> find(UserId user, AgreementId agreement, NumberFormat numbers) {
        return database.sql(OF_USER)
                .param("user", user.value())
                .param("agreement", agreement.value())
                .query(rows -> rows.next() ? Optional.of(card(rows, numbers)) : Optional.empty());
    }

    Optional<AgreementCard> seen(UserId user, AgreementId agreement, LocalDate today, NumberFormat numbers) {
        return database.sql(SHARED)
                .param("user", user.value())
                .param("today", today)
                .param("agreement", agreement.value())
                .query(rows -> rows.next() ? Optional.of(card(rows, numbers)) : Optional.empty());
    }

    Optional<AgreementCard> find(AgreementId agreement, NumberFormat numbers) {
        return database.sql(OF_ANYBODY)
                .param("agreement", agreement.value())
                .query(rows -> rows.next() ? Optional.of(card(rows, numbers)) : Optional.empty());
    }

    Optional<AgreementCard> find(AgreementId agreement, PaperFactsId facts, NumberFormat numbers) {
        return database.sql(AS_KEPT)
                .param("facts", facts.value())
                .param("agreement", agreement.value())
                .query(rows -> rows.next() ? Optional.of(card(rows, numbers)) : Optional.empty());
    }

    private static AgreementCard card(ResultSet row, NumberFormat numbers) throws SQLException {
        return new AgreementCard(
                new AgreementId(row.getObject("id", UUID.class)),
                numbers.display(row.getString("number")),
                Service.valueOf(row.getString("service")),
                new ServicePointId(row.getObject("service_point_id", UUID.class)),
                address(row, "served_"),
                row.getString("occupant"),
                holder(row),
                PaymentMethod.valueOf(row.getString("payment_method")),
                mandate(row),
                row.getObject("started_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                olderNumbers(row, numbers));
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(
                row.getString("title"),
                row.getString("first_name"),
                row.getString("last_name"),
                Phones.written(row.getString("phone")),
                Phones.written(row.getString("mobile")),
                row.getString("email"),
                row.getBoolean("has_address") ? address(row, "") : null,
                BuyerRow.of(row));
    }

    private static Address address(ResultSet row, String which) throws SQLException {
        return new Address(
                row.getString(which + "street"),
                row.getString(which + "complement"),
                row.getString(which + "postcode"),
                row.getString(which + "city"));
    }

    private static @Nullable MandateSummary mandate(ResultSet row) throws SQLException {
        var reference = row.getString("reference");
        return reference == null
                ? null
                : new MandateSummary(
                        reference,
                        row.getString("creditor"),
                        row.getString("iban_masked"),
                        row.getString("bank"),
                        row.getObject("signed_on", LocalDate.class));
    }

    /** Reads on to the last row. */
    private static List<OlderNumber> olderNumbers(ResultSet rows, NumberFormat numbers) throws SQLException {
        var older = new ArrayList<OlderNumber>();
        do {
            var number = rows.getString("older_number");
            if (number != null) {
                older.add(new OlderNumber(
                        numbers.display(number),
                        rows.getObject("replaced_on", LocalDate.class),
                        rows.getString("operator")));
            }
        } while (rows.next());
        return List.copyOf(older);
    }
}
