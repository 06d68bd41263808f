package fr.ondine.platform.customers;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.network.Address;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where staff complete of a holder what an invoice has to say of them, and without which there is none. */
@Service
@Transactional
public class HolderDesk {

    private static final String FIND = """
            select a.id, %s as number, c.title, c.first_name, c.last_name, c.street, c.complement, c.postcode, c.city,
                   %s, p.street as served_street, p.complement as served_complement, p.postcode as served_postcode,
                   p.city as served_city
              from agreement a
              join customer c on c.id = a.customer_id
              join service_point s on s.id = a.service_point_id
              join premise p on p.id = s.premise_id
             where a.id = :agreement""".formatted(PrintedNumber.SQL, BuyerRow.COLUMNS);

    /** As whom they buy is written down only where it is not what it would be anyway. */
    private static final String WRITE = """
            update customer c set title = :title, first_name = :first, last_name = :last, street = :street,
                   complement = :complement, postcode = :postcode, city = :city, siren = :siren, siret = :siret,
                   vat_number = :vat, service_code = :service, commitment = :commitment,
                   buyer_kind = nullif(:kind, %s)
             where id = (select customer_id from agreement where id = :agreement)""".formatted(BuyerRow.USUAL);

    private final JdbcClient database;
    private final Tenants tenants;
    private final AuditTrail audit;

    HolderDesk(JdbcClient database, Tenants tenants, AuditTrail audit) {
        this.database = database;
        this.tenants = tenants;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<HolderOnFile> find(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.LOOK);
        return database.sql(FIND)
                .param("agreement", agreement.value())
                .query((row, number) -> holder(row, agreement))
                .optional();
    }

    /**
     * Takes the holder of a contract as staff typed them; of all their contracts, for a holder is one person.
     *
     * @param seen what was on file when they did
     * @throws HolderIncomplete if no invoice could be made out to them so, and then nothing is changed
     * @throws HolderNumberWrong if a number of their organisation is none, and then nothing is changed
     * @throws HolderTooLong if an import would not take it, and then nothing is changed
     * @throws HolderChangedMeanwhile if something else is on file by now, which stays
     */
    public void complete(CurrentStaff who, HolderOnFile seen, HolderEntry change) {
        who.require(StaffPermission.SERVE);
        var agreement = seen.agreement();
        lock(agreement);
        var onFile = find(who, agreement).orElseThrow(UnknownAgreement::new);
        HolderTooLong.unlessShort(change);
        HolderIncomplete.unlessWhole(change, onFile);
        HolderNumberWrong.unlessRight(change.buyer());
        if (!onFile.entry().equals(seen.entry())) {
            throw new HolderChangedMeanwhile();
        }
        write(agreement, change);
        // without what it was before: a trail that is never cleaned holds nothing of a person
        audit.record(who.actor(), "holder.completed", "agreement:" + agreement.value(), "");
    }

    /** Until the transaction ends, nobody else changes the holder. */
    private void lock(AgreementId agreement) {
        database.sql("select id from customer where id = (select customer_id from agreement where id = :agreement)"
                        + " for no key update")
                .param("agreement", agreement.value())
                .query(UUID.class)
                .optional();
    }

    private void write(AgreementId agreement, HolderEntry change) {
        var buyer = change.buyer();
        database.sql(WRITE)
                .param("title", known(change.title()), java.sql.Types.VARCHAR)
                .param("first", known(change.firstName()), java.sql.Types.VARCHAR)
                .param("last", change.lastName())
                .param("street", known(change.street()), java.sql.Types.VARCHAR)
                .param("complement", known(change.complement()), java.sql.Types.VARCHAR)
                .param("postcode", known(change.postcode()), java.sql.Types.VARCHAR)
                .param("city", known(change.city()), java.sql.Types.VARCHAR)
                .param("siren", known(buyer.siren()), java.sql.Types.VARCHAR)
                .param("siret", known(buyer.siret()), java.sql.Types.VARCHAR)
                .param("vat", known(buyer.vatNumber()), java.sql.Types.VARCHAR)
                .param("service", known(buyer.service()), java.sql.Types.VARCHAR)
                .param("commitment", known(buyer.commitment()), java.sql.Types.VARCHAR)
                .param("kind", buyer.kind().name(), java.sql.Types.VARCHAR)
                .param("agreement", agreement.value())
                .update();
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }

    private HolderOnFile holder(ResultSet row, AgreementId agreement) throws SQLException {
        return new HolderOnFile(
                agreement,
                tenants.current().contractNumbers().display(row.getString("number")),
                entry(row),
                new Address(
                        row.getString("served_street"),
                        row.getString("served_complement"),
                        row.getString("served_postcode"),
                        row.getString("served_city")));
    }

    private static HolderEntry entry(ResultSet row) throws SQLException {
        return new HolderEntry(
                HolderEntry.known(row.getString("title")),
                HolderEntry.known(row.getString("first_name")),
                row.getString("last_name"),
                HolderEntry.known(row.getString("street")),
                HolderEntry.known(row.getString("complement")),
                HolderEntry.known(row.getString("postcode")),
                HolderEntry.known(row.getString("city")),
                BuyerRow.of(row));
    }
}
