/** Contracts that their holder lets somebody else see, or pay. */
@NullMarked
package fr.ondine.ui.delegations;

import org.jspecify.annotations.NullMarked;
