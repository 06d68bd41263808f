/** The utility's own provider (OpenID Connect, OAuth 2.1): its keys, the programs it knows, and what they were let do. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "audit", "identity", "staff"})
@NullMarked
package fr.ondine.platform.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
