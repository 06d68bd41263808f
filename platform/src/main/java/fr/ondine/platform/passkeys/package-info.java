/** Passkeys (clés d'accès): what a browser is asked, and whether what it answers is to be believed (WebAuthn). */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
@NullMarked
package fr.ondine.platform.passkeys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
