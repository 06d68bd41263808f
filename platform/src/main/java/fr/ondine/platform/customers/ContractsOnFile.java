package fr.ondine.platform.customers;

import fr.ondine.tenantconfig.Proof;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds contracts by today's number or an older one, with all that proofs are compared with: one query whatever the
 * kind of proof and whether there is such a contract, so that the time it takes tells nothing.
 */
@Repository
class ContractsOnFile {

    /**
     * A meter counts while it was there during the agreement, and once the number has passed on no more: it is there for
     * the next one. Sewerage has the water meter of the same premise.
     */
    private static final String CONTRACT = """
            select a.id, a.customer_id, %s as number, lower(nullif(trim(c.email), '')) as email,
                   exists (select from agreement own where own.customer_id = a.customer_id
                             and (own.id = a.id or :of_holder) and own.claim_key_mac = any(string_to_array(:key, ' '))) as has_key,
                   exists (select from invoice i where i.agreement_id = a.id and i.number = :invoice) as has_invoice,
                   exists (select from service_point own
                           join service_point point on point.premise_id = own.premise_id
                                and (point.id = own.id or own.service = 'SEWERAGE' and point.service = 'WATER')
                           join meter_installation fitted on fitted.service_point_id = point.id
                           join meter on meter.id = fitted.meter_id
                           where own.id = a.service_point_id and strpos(a.number, '~') = 0
                             and (fitted.removed_on is null or fitted.removed_on >= a.started_on)
                             and (a.ended_on is null or fitted.installed_on <= a.ended_on)
                             and upper(regexp_replace(meter.serial, '[^[:alnum:]]', '', 'g')) = :meter) as has_meter
            from agreement a join customer c on c.id = a.customer_id
            where\s""".formatted(PrintedNumber.SQL);

    private static final String BY_NUMBER = "coalesce((select id from agreement where number = :number),"
            + " (select agreement_id from agreement_alias where number = :number))";

    private final JdbcClient database;

    ContractsOnFile(JdbcClient database) {
        this.database = database;
    }

    /**
     * That of whoever has the number now, then those of who had it before, the last one first.
     *
     * @param anyKeyOfHolder whether the key of another contract of the same holder counts
     */
    List<ContractOnFile> find(String number, TypedProof proof, boolean anyKeyOfHolder) {
        return database.sql(CONTRACT + "split_part(a.number, '~', 1) = (select number from agreement where id = "
                        + BY_NUMBER + ") order by strpos(a.number, '~') > 0, a.number desc")
                .param("number", number)
                .param("key", proof.valueIf(Proof.CLAIM_KEY))
                .param("of_holder", anyKeyOfHolder)
                .param("invoice", proof.valueIf(Proof.INVOICE_NUMBER))
                .param("meter", proof.valueIf(Proof.METER_NUMBER))
                .query((row, index) -> contract(row))
                .list();
    }

    /** That of whoever has the number now. */
    Optional<AgreementId> byNumber(String number) {
        return database.sql("select found from (select " + BY_NUMBER + " as found) where found is not null")
                .param("number", number)
                .query(UUID.class)
                .optional()
                .map(AgreementId::new);
    }

    ContractOnFile of(AgreementId agreement) {
        return database.sql(CONTRACT + "a.id = :id")
                .param("id", agreement.value())
                .param("key", "")
                .param("of_holder", false)
                .param("invoice", "")
                .param("meter", "")
                .query((row, index) -> contract(row))
                .single();
    }

    /**
     * Whether the key that a claim was proven by is still one; until the caller's transaction ends, nobody takes it back.
     *
     * @param anyKeyOfHolder whether the key of another contract of the same holder counts
     */
    boolean isStillProven(ProvenClaim claim, boolean anyKeyOfHolder) {
        if (claim.key().isEmpty()) {
            return true;
        }
        database.sql("select id from customer where id = (select customer_id from agreement where id = :id) for share")
                .param("id", claim.agreement().value())
                .query(UUID.class)
                .single();
        return database.sql("""
                        select exists (select from agreement a join agreement own on own.customer_id = a.customer_id
                                         and (own.id = a.id or :of_holder)
                                        where a.id = :id and own.claim_key_mac = any(string_to_array(:key, ' ')))""")
                .param("id", claim.agreement().value())
                .param("of_holder", anyKeyOfHolder)
                .param("key", claim.key())
                .query(Boolean.class)
                .single();
    }

    private static ContractOnFile contract(ResultSet row) throws SQLException {
        return new ContractOnFile(
                new AgreementId(row.getObject("id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("number"),
                row.getString("email"),
                row.getBoolean("has_key"),
                row.getBoolean("has_invoice"),
                row.getBoolean("has_meter"));
    }
}
