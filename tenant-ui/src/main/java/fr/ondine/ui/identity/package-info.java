/** The way in: sign up, activate, sign in, recover a password; and the pages behind mailed links. */
@ApplicationModule(id = "identity-pages", displayName = "Identity pages") // the platform has a module identity already
@NullMarked
package fr.ondine.ui.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
