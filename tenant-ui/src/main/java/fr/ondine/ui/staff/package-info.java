/** The back office of a utility: its staff come in, its administrators configure the portal and say who works here. */
@ApplicationModule(id = "staff-pages", displayName = "Staff pages") // the platform has a module staff already
@NullMarked
package fr.ondine.ui.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
