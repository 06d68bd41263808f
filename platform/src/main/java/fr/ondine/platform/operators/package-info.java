/** Those who run the platform: who they are, how they sign in, and what each of them may do to utilities. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "factors", "fleet", "staff", "identity"})
@NullMarked
package fr.ondine.platform.operators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
