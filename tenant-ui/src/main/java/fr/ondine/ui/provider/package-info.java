/** The utility's provider as people see it: what a program asks of a subscriber, and which programs there are. */
@ApplicationModule(id = "provider-pages", displayName = "Provider pages") // the platform has a module provider already
@NullMarked
package fr.ondine.ui.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
