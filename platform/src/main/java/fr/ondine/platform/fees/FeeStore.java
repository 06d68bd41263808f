package fr.ondine.platform.fees;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.PrintedNumber;
import fr.ondine.platform.customers.Service;
import fr.ondine.platform.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads agreements that are billed, and writes their bills of services. */
@Repository
class FeeStore {

    private static final String CASE = "select " + PrintedNumber.SQL + """
             as number, a.service, c.first_name, c.last_name,
                   c.last_name <> '' and coalesce(c.street, pr.street) <> '' and coalesce(c.postcode, pr.postcode) <> ''
                       and coalesce(c.city, pr.city) <> '' as complete,
                   exists (select from invoice i where i.agreement_id = a.id and i.kind = 'OPENING'
                       and (select sum(n.total_amount) from invoice n where n.corrects = i.id)
                           is distinct from -i.total_amount) as opened
              from agreement a
              join customer c on c.id = a.customer_id
              join service_point sp on sp.id = a.service_point_id
              join premise pr on pr.id = sp.premise_id
             where a.id = :id""";

    private final JdbcClient database;
    private final Tenants tenants;

    FeeStore(JdbcClient database, Tenants tenants) {
        this.database = database;
        this.tenants = tenants;
    }

    Optional<FeeCase> find(AgreementId agreement) {
        return database.sql(CASE)
                .param("id", agreement.value())
                .query((row, number) -> one(agreement, row))
                .optional();
    }

    /** As it is printed; empty while there is no such invoice of the agreement. */
    Optional<String> number(InvoiceId id, AgreementId agreement) {
        return database.sql("select number from invoice where id = :id and agreement_id = :agreement")
                .param("id", id.value())
                .param("agreement", agreement.value())
                .query(String.class)
                .optional()
                .map(this::printed);
    }

    String printed(String number) {
        return tenants.current().invoiceNumbers().display(number);
    }

    void insert(FeeCase one, FeeBill bill, String number) {
        database.sql("""
                        insert into invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on, net_amount,
                            vat_amount, total_amount, content_hash)
                        values (:id, :number, :kind, :agreement, :agreement_number, :issued_on, :due_on, :net, :vat, :total,
                            :hash)""")
                .param("id", bill.id())
                .param("number", number)
                .param("kind", bill.kind().name())
                .param("agreement", one.agreement().value())
                .param("agreement_number", one.number())
                .param("issued_on", bill.issuedOn())
                .param("due_on", bill.dueOn())
                .param("net", bill.net().amount())
                .param("vat", bill.vat().amount())
                .param("total", bill.total().amount())
                .param("hash", hash(number + bill))
                .update();
        var position = 0;
        for (var line : bill.lines()) {
            insert(bill, position++, line);
        }
    }

    private void insert(FeeBill bill, int position, FeeLine line) {
        database.sql("""
                        insert into invoice_line (invoice_id, position, section, label, quantity, unit, unit_price, net_amount,
                            vat_rate, charge)
                        values (:id, :position, :section, :label, :quantity, :unit, :price, :net, :vat, :charge)""")
                .param("id", bill.id())
                .param("position", position)
                .param("section", line.section().name())
                .param("label", line.label())
                .param("quantity", line.quantity().amount())
                .param("unit", line.quantity().unit())
                .param("price", line.price().perUnit())
                .param("net", line.net().amount())
                .param("vat", line.vat().percent())
                .param("charge", line.charge())
                .update();
    }

    private FeeCase one(AgreementId agreement, ResultSet row) throws SQLException {
        var number = row.getString("number");
        return new FeeCase(
                agreement,
                number,
                tenants.current().contractNumbers().display(number),
                Service.valueOf(row.getString("service")),
                Stream.of(
                                Optional.ofNullable(row.getString("first_name")),
                                Optional.ofNullable(row.getString("last_name")))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" ")),
                row.getBoolean("complete"),
                row.getBoolean("opened"));
    }

    private static byte[] hash(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
