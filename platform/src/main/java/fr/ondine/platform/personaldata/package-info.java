/** What the platform knows of a person: given to them, and removed when its time is over. */
@ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "audit", "staff", "identity", "customers", "documents", "billing"})
@NullMarked
package fr.ondine.platform.personaldata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
