/** Who may enter a portal: accounts, activation, passwords, remembered devices, and what a person may change of theirs. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "audit", "factors", "passkeys", "oidc"})
@NullMarked
package fr.ondine.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
