/** The way in: sign up, activate, sign in, recover a password; and the pages behind mailed links. */
@NullMarked
package fr.ondine.ui.identity;

import org.jspecify.annotations.NullMarked;
