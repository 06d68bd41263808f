package fr.ondine.platform.fleet;

import fr.ondine.platform.tenancy.SealedStore.Older;
import fr.ondine.platform.tenancy.Vault;
import org.jspecify.annotations.Nullable;

/** A secret of the bound utility where it lies, with the digest beside it. */
record SealedRow(String id, byte[] sealed, @Nullable String mac) {

    /** Both as they would be made today. */
    boolean isCurrent(SealedColumn column, Vault vault) {
        return vault.isCurrent(sealed)
                && (mac == null || mac.equals(vault.mac(column.purpose(), vault.decrypt(sealed))));
    }

    Older older(SealedColumn column, Vault vault) {
        if (isCurrent(column, vault)) {
            return Older.NONE;
        }
        return vault.open(sealed).isPresent() ? new Older(1, 0) : new Older(0, 1);
    }

    /** The same secret, sealed and digested anew. */
    SealedRow renewed(SealedColumn column, Vault vault, String secret) {
        return new SealedRow(id, vault.encrypt(secret), mac == null ? null : vault.mac(column.purpose(), secret));
    }
}
