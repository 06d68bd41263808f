/**
 * What operators do to utilities: add, configure, close, open again, put away, delete, take to another platform; and what
 * they see of them.
 */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "documents"})
@NullMarked
package fr.ondine.platform.fleet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
