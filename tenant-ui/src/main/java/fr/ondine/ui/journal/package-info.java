/** Who did what at a utility, as its administrators look for it and take it away. */
@ApplicationModule
@NullMarked
package fr.ondine.ui.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
