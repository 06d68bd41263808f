package fr.ondine.platform.tariffs;

import fr.ondine.platform.customers.Service;
import java.util.List;
import java.util.Optional;

/** A tariff as a list shows it, with its versions, the latest first. */
public record TariffSummary(
        TariffId id, String code, String name, Service service, boolean isDefault, List<VersionSummary> versions) {

    /** The version that bills are made by today. */
    public Optional<VersionSummary> inForce() {
        return versions.stream().filter(VersionSummary::isInForce).findFirst();
    }
}
