package fr.ondine.platform.audit;

import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Vault;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The platform's own notes of how far the trails of utilities had come, which no utility's role can reach. */
@Component
class AuditWitnesses {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final Clock clock;

    AuditWitnesses(JdbcClient database, TransactionTemplate transaction, Vault vault, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.vault = vault;
        this.clock = clock;
    }

    /** Those of the bound utility. What the platform did not sign shows no place, but that somebody was there. */
    KnownWitnesses known() {
        var slug = TenantContext.current().slug();
        var stored = TenantContext.callUnbound(() -> transaction.execute(status -> stored(slug)));
        return new KnownWitnesses(
                stored.stream().filter(this::isOurs).toList(),
                stored.stream().filter(one -> !isOurs(one)).toList());
    }

    private boolean isOurs(AuditWitness one) {
        return vault.macs(AuditWitness.PURPOSE, one.words()).contains(one.mac());
    }

    /** Notes it for the bound utility, unless it is known. */
    void keep(UUID chain, long number, byte[] hash) {
        var slug = TenantContext.current().slug();
        var now = clock.instant();
        var unsigned = new AuditWitness(chain, number, hash, now, "");
        var mac = vault.mac(AuditWitness.PURPOSE, unsigned.words());
        TenantContext.callUnbound(() -> transaction.execute(status -> database.sql(
                        "insert into platform.audit_witness (slug, chain_id, number, hash, taken_at, mac)"
                                + " values (:slug, :chain, :number, :hash, :at, :mac) on conflict do nothing")
                .param("slug", slug)
                .param("chain", chain)
                .param("number", number)
                .param("hash", hash)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("mac", mac)
                .update()));
    }

    /** Those of the bound utility that were signed with a former master key: not what nobody here signed. */
    List<AuditWitness> signedBefore() {
        return known().ours().stream()
                .filter(one -> !vault.mac(AuditWitness.PURPOSE, one.words()).equals(one.mac()))
                .toList();
    }

    /** Signs it with the key of today, unless somebody changed it meanwhile. */
    void signAnew(AuditWitness one) {
        var slug = TenantContext.current().slug();
        var mac = vault.mac(AuditWitness.PURPOSE, one.words());
        TenantContext.callUnbound(() -> transaction.execute(status -> database.sql(
                        "update platform.audit_witness set mac = :anew where slug = :slug and chain_id = :chain"
                                + " and number = :number and hash = :hash and mac = :mac")
                .param("anew", mac)
                .param("slug", slug)
                .param("chain", one.chain())
                .param("number", one.number())
                .param("hash", one.hash())
                .param("mac", one.mac())
                .update()));
    }

    private List<AuditWitness> stored(String slug) {
        return database.sql("select chain_id, number, hash, taken_at, mac from platform.audit_witness"
                        + " where slug = ? order by taken_at, number")
                .param(slug)
                .query((row, index) -> new AuditWitness(
                        row.getObject("chain_id", UUID.class),
                        row.getLong("number"),
                        row.getBytes("hash"),
                        row.getTimestamp("taken_at").toInstant(),
                        row.getString("mac")))
                .list();
    }
}
