package fr.ondine.platform.operators;

import fr.ondine.platform.tenancy.PlatformVault;
import fr.ondine.platform.tenancy.SealedStore;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys of operators' applications, which are a handful: all of them at once. */
@Component
class OperatorFactors implements SealedStore {

    private final JdbcClient database;
    private final PlatformVault vault;
    private final TransactionTemplate transaction;

    OperatorFactors(JdbcClient database, PlatformVault vault, TransactionTemplate transaction) {
        this.database = database;
        this.vault = vault;
        this.transaction = transaction;
    }

    @Override
    public boolean isOfUtilities() {
        return false;
    }

    @Override
    public Older older() {
        return Objects.requireNonNull(transaction.execute(status -> before().stream()
                .map(factor -> factor.opened(vault) ? new Older(1, 0) : new Older(0, 1))
                .reduce(Older.NONE, Older::and)));
    }

    @Override
    public long renew() {
        return Objects.requireNonNull(transaction.execute(status -> before().stream()
                .filter(factor -> factor.opened(vault))
                .mapToLong(this::renew)
                .sum()));
    }

    /** One that was chosen meanwhile is left alone. */
    private int renew(Factor factor) {
        var owner = factor.owner();
        return database.sql("update platform.operator_account set totp_secret = :anew"
                        + " where id = :id and totp_secret = :before")
                .param("anew", vault.encrypt(owner, vault.decrypt(owner, factor.sealed())))
                .param("id", factor.operator())
                .param("before", factor.sealed())
                .update();
    }

    private List<Factor> before() {
        return database
                .sql("select id, totp_secret from platform.operator_account where totp_secret is not null order by id")
                .query((row, number) -> new Factor(row.getObject("id", UUID.class), row.getBytes("totp_secret")))
                .list()
                .stream()
                .filter(factor -> !vault.isCurrent(factor.owner(), factor.sealed()))
                .toList();
    }

    private record Factor(UUID operator, byte[] sealed) {

        String owner() {
            return Invitations.keyOwner(operator);
        }

        boolean opened(PlatformVault vault) {
            return vault.open(owner(), sealed).isPresent();
        }
    }
}
