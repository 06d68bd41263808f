/** Providers of identities by OpenID Connect (FranceConnect, ProConnect): what is believed of what they answer, in one place. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
@NullMarked
package fr.ondine.platform.oidc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
