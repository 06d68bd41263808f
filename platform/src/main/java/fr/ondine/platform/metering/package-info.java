/** Meters, their readings, what was consumed between them, and the readings that subscribers send. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity", "network", "customers"})
@NullMarked
package fr.ondine.platform.metering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
