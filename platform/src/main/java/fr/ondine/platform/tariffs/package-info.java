/** What a utility's services cost: tariffs by date, and the pure function that rates a use by them. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package fr.ondine.platform.tariffs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
