/** Those who work at a utility: who they are, how they come in, and what each of them may do there. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "audit", "factors", "passkeys", "fleet", "oidc"})
@NullMarked
package fr.ondine.platform.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
