/** The utility's interface for programs, by a token of its own provider. */
@NullMarked
package fr.ondine.ui.api;

import org.jspecify.annotations.NullMarked;
