/** Credit notes (avoirs): the one way in which an invoice that was issued is corrected. */
@ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "customers", "audit", "receivables", "billing", "runs", "staff"})
@NullMarked
package fr.ondine.platform.credits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
