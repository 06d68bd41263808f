/** Papers: the originals of a utility kept byte for byte, and new ones set in its own colours. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
@NullMarked
package fr.ondine.platform.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
