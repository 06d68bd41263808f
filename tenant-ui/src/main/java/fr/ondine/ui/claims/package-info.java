/** Claiming a contract: by whoever is signed in, or before there is an account. */
@NullMarked
package fr.ondine.ui.claims;

import org.jspecify.annotations.NullMarked;
