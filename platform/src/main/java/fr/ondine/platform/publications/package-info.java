/** The documents that a utility offers to all its subscribers: uploaded by its staff, listed in its configuration. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "audit", "documents", "staff", "fleet"})
@NullMarked
package fr.ondine.platform.publications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
