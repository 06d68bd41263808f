/** Logins of the portal before this one: taken in without their weak hashes, then come over, each once, by a mail. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "audit", "factors", "staff", "identity", "customers"})
@NullMarked
package fr.ondine.platform.oldaccounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
