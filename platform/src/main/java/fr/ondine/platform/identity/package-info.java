/** Who signs in to a portal, and how. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "audit"})
@NullMarked
package fr.ondine.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
