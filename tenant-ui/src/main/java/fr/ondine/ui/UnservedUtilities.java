package fr.ondine.ui;

import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.platform.tenancy.Unserved;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The utilities that cannot be served though they should, each with the reason: what an alert has called an operator for. */
record UnservedUtilities(List<Utility> utilities) {

    /** @param lastError why its last migration failed; of a configuration the log says what is wrong with it */
    record Utility(
            String slug,
            Unserved reason,
            String name,
            @Nullable String lastError) {}

    static UnservedUtilities of(Tenants tenants, FleetDirectory directory) {
        return new UnservedUtilities(tenants.all().stream()
                .sorted(Comparator.comparing(TenantId::slug))
                .flatMap(
                        tenant -> tenants.unserved(tenant).stream().flatMap(reason -> named(tenant, reason, directory)))
                .toList());
    }

    private static Stream<Utility> named(TenantId tenant, Unserved reason, FleetDirectory directory) {
        return directory.find(tenant.slug()).stream()
                .map(found -> new Utility(tenant.slug(), reason, found.name(), found.lastError()));
    }
}
