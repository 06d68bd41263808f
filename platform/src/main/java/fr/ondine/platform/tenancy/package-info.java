/** Which utility a request, a job or an event belongs to, and the isolation that PostgreSQL and Redis enforce for it. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package fr.ondine.platform.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
