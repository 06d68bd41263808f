/** How people who work here set up and give what proves who they are: the same fields for operators and for staff. */
@ApplicationModule(id = "factors-pages", displayName = "Factors pages") // the platform has a module factors already
@NullMarked
package fr.ondine.ui.factors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
