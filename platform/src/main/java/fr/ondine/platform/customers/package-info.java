/** Customers, their agreements, and the claim that links an agreement to a user. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "audit", "staff", "identity", "network", "provider"})
@NullMarked
package fr.ondine.platform.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
