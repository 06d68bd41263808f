package fr.ondine.platform.fleet;

import fr.ondine.platform.kernel.DomainException;

/** A utility cannot be exported or imported as asked; nothing was changed. */
public final class TransferRefused extends DomainException {

    TransferRefused(String code, Object... values) {
        super("fleet.transfer-" + code, values);
    }
}
