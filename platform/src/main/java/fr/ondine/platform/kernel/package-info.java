/** Values that every module shares; no Spring, no I/O. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.ondine.platform.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
