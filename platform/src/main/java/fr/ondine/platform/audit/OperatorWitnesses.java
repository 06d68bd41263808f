package fr.ondine.platform.audit;

import fr.ondine.platform.tenancy.PlatformVault;
import fr.ondine.platform.tenancy.SealedStore;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The platform's own notes of how far the trail of operators had come, signed with a key that the database does not know. */
@Component
class OperatorWitnesses implements SealedStore {

    private static final String OWNER = "operators";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final PlatformVault vault;
    private final Clock clock;

    OperatorWitnesses(JdbcClient database, TransactionTemplate transaction, PlatformVault vault, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.vault = vault;
        this.clock = clock;
    }

    KnownWitnesses known() {
        var stored = stored();
        return new KnownWitnesses(
                stored.stream().filter(this::isOurs).toList(),
                stored.stream().filter(one -> !isOurs(one)).toList());
    }

    private boolean isOurs(AuditWitness one) {
        return vault.macs(OWNER, AuditWitness.PURPOSE, one.words()).contains(one.mac());
    }

    /** Notes it, unless it is known. */
    void keep(UUID chain, long number, byte[] hash) {
        var now = clock.instant();
        var unsigned = new AuditWitness(chain, number, hash, now, "");
        transaction.executeWithoutResult(
                status -> database.sql("insert into platform.operator_witness (chain_id, number, hash, taken_at, mac)"
                                + " values (:chain, :number, :hash, :at, :mac) on conflict do nothing")
                        .param("chain", chain)
                        .param("number", number)
                        .param("hash", hash)
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .param("mac", mac(unsigned))
                        .update());
    }

    @Override
    public boolean isOfUtilities() {
        return false;
    }

    @Override
    public Older older() {
        return new Older(before().size(), 0);
    }

    @Override
    public long renew() {
        var before = before();
        before.forEach(this::signAnew);
        return before.size();
    }

    /** Those that were signed with a former master key: not what nobody here signed. */
    private List<AuditWitness> before() {
        return known().ours().stream()
                .filter(one -> !mac(one).equals(one.mac()))
                .toList();
    }

    /** Unless somebody changed it meanwhile. */
    private void signAnew(AuditWitness one) {
        transaction.executeWithoutResult(status -> database.sql("update platform.operator_witness set mac = :anew"
                        + " where chain_id = :chain and number = :number and hash = :hash and mac = :mac")
                .param("anew", mac(one))
                .param("chain", one.chain())
                .param("number", one.number())
                .param("hash", one.hash())
                .param("mac", one.mac())
                .update());
    }

    private String mac(AuditWitness one) {
        return vault.mac(OWNER, AuditWitness.PURPOSE, one.words());
    }

    private List<AuditWitness> stored() {
        return transaction.execute(status -> database.sql(
                        "select chain_id, number, hash, taken_at, mac from platform.operator_witness"
                                + " order by taken_at, number")
                .query((row, index) -> new AuditWitness(
                        row.getObject("chain_id", UUID.class),
                        row.getLong("number"),
                        row.getBytes("hash"),
                        row.getTimestamp("taken_at").toInstant(),
                        row.getString("mac")))
                .list());
    }
}
