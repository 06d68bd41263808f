/** Payments by card: asked of a provider, followed until they are settled, and only then called paid. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "audit", "identity", "customers", "receivables"})
@NullMarked
package fr.ondine.platform.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
