/** What a utility's services cost: its tariffs by date, and the pure function that rates a use by them. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "audit", "staff", "customers"})
@NullMarked
package fr.ondine.platform.tariffs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
