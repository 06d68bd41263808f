/** What a utility shows of its own, its logo and documents to download: uploaded by its staff, named in its configuration. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "audit", "documents", "staff", "fleet"})
@NullMarked
package fr.ondine.platform.publications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
