/** Meters, their readings, what was consumed between them, the readings that subscribers send, and those that staff check. */
@ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "audit", "staff", "identity", "network", "customers", "provider"})
@NullMarked
package fr.ondine.platform.metering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
