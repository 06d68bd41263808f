package fr.ondine.platform.fleet;

import fr.ondine.platform.tenancy.MasterKeys;
import fr.ondine.platform.tenancy.SealedStore;
import fr.ondine.platform.tenancy.Vault;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The bound utility's secrets: claim keys, accounts at banks, keys of its provider and of its staff's applications. */
@Component
public class SealedSecrets implements SealedStore {

    private final SealedRowStore rows;
    private final Vault vault;
    private final MasterKeys keys;
    private final TransactionTemplate transaction;

    SealedSecrets(SealedRowStore rows, Vault vault, MasterKeys keys, TransactionTemplate transaction) {
        this.rows = rows;
        this.vault = vault;
        this.keys = keys;
        this.transaction = transaction;
    }

    @Override
    public boolean isOfUtilities() {
        return true;
    }

    @Override
    public Older older() {
        return columns().stream().map(this::older).reduce(Older.NONE, Older::and);
    }

    private Older older(SealedColumn column) {
        var found = Older.NONE;
        for (var some = after(column, null); !some.isEmpty(); some = after(column, some.getLast())) {
            found = some.stream().map(row -> row.older(column, vault)).reduce(found, Older::and);
        }
        return found;
    }

    private List<SealedRow> after(SealedColumn column, @Nullable SealedRow last) {
        return inTransaction(() -> rows.after(column, last == null ? null : last.id(), false));
    }

    /** Nothing to do where one key alone is given: what it does not open nobody opens here. */
    @Override
    public long renew() {
        return keys.given().size() == 1
                ? 0
                : columns().stream().mapToLong(this::renew).sum();
    }

    private long renew(SealedColumn column) {
        var renewed = 0L;
        for (var portion = renewAfter(column, null); portion.last() != null; ) {
            renewed += portion.renewed();
            portion = renewAfter(column, portion.last());
        }
        return renewed;
    }

    private Portion renewAfter(SealedColumn column, @Nullable String id) {
        return inTransaction(() -> {
            var some = rows.after(column, id, true);
            var anew = some.stream()
                    .filter(row -> !row.isCurrent(column, vault))
                    .flatMap(row -> vault.open(row.sealed()).map(secret -> row.renewed(column, vault, secret)).stream())
                    .toList();
            rows.replace(column, anew);
            return new Portion(
                    anew.size(), some.isEmpty() ? null : some.getLast().id());
        });
    }

    private record Portion(int renewed, @Nullable String last) {}

    private List<SealedColumn> columns() {
        return inTransaction(rows::columns);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
