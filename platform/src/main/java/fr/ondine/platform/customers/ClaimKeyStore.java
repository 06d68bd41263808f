package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.OrderedId;
import fr.ondine.tenantconfig.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the claim keys of agreements, and those that were taken back. */
@Repository
class ClaimKeyStore {

    private final JdbcClient database;
    private final Clock clock;

    ClaimKeyStore(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<ClaimKeyFile> file(AgreementId agreement, NumberFormat numbers) {
        return database.sql("""
                        select %s, a.claim_key is not null, count(f.id), max(f.replaced_at)
                        from agreement a left join former_claim_key f on f.agreement_id = a.id
                        where a.id = :id group by a.id""".formatted(PrintedNumber.SQL))
                .param("id", agreement.value())
                .query((row, number) -> {
                    var at = row.getObject(4, OffsetDateTime.class);
                    return new ClaimKeyFile(
                            numbers.display(row.getString(1)),
                            row.getBoolean(2),
                            row.getInt(3),
                            at == null ? null : LocalDate.ofInstant(at.toInstant(), clock.getZone()));
                })
                .optional();
    }

    /** Until the transaction ends, no claim of the holder's is opened by a key, nor is another key renewed. */
    void lockHolder(AgreementId agreement) {
        database.sql("select id from customer where id = (select customer_id from agreement where id = :id)"
                        + " for no key update")
                .param("id", agreement.value())
                .query(UUID.class)
                .optional();
    }

    void putAway(AgreementId agreement, Instant at, String by) {
        database.sql("""
                        insert into former_claim_key (id, agreement_id, claim_key, claim_key_mac, replaced_at, replaced_by)
                        select :former, id, claim_key, claim_key_mac, :at, :by
                        from agreement where id = :id and claim_key is not null and claim_key_mac is not null""")
                .param("former", OrderedId.next())
                .param("id", agreement.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    boolean isFormer(AgreementId agreement, FreshClaimKey key) {
        return database.sql("select exists (select from former_claim_key where agreement_id = :id"
                        + " and claim_key_mac = :mac)")
                .param("id", agreement.value())
                .param("mac", key.mac())
                .query(Boolean.class)
                .single();
    }

    void give(AgreementId agreement, FreshClaimKey key) {
        database.sql("update agreement set claim_key = :sealed, claim_key_mac = :mac where id = :id")
                .param("id", agreement.value())
                .param("sealed", key.sealed())
                .param("mac", key.mac())
                .update();
    }

    /** Claims proven by a key that wait for a mailbox or for staff; of all contracts that such a key opens. */
    int closeClaims(AgreementId agreement, boolean ofHolder, Instant at, String by) {
        return database.sql("""
                        update pending_claim p
                        set state = 'REFUSED', decided_at = :at, decided_by = :by, confirmation = null, version = p.version + 1
                        from agreement a, agreement own
                        where a.id = :id and own.customer_id = a.customer_id and (own.id = a.id or :of_holder)
                          and p.agreement_id = own.id and p.state in ('AWAITING_MAIL', 'AWAITING_STAFF')
                          and 'CLAIM_KEY' = any(string_to_array(p.proof, '+'))""")
                .param("id", agreement.value())
                .param("of_holder", ofHolder)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }
}
