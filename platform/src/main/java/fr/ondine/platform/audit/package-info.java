/** The append-only trail of who did what, when and for whom. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
@NullMarked
package fr.ondine.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
