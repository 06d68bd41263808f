package fr.ondine.platform.tariffs;

import fr.ondine.platform.customers.Service;

/**
 * A tariff to be.
 *
 * @param isDefault whether agreements on that service have it that have none of their own, in the place of an earlier one
 */
public record NewTariff(String code, String name, Service service, boolean isDefault) {

    public NewTariff {
        code = code.strip();
        name = name.strip();
        if (code.isEmpty() || name.isEmpty()) {
            throw new TariffNameMissing();
        }
    }
}
