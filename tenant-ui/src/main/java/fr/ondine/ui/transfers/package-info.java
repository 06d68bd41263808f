/** How a whole utility goes over HTTP: to operators' programs and to their console. */
@NullMarked
package fr.ondine.ui.transfers;

import org.jspecify.annotations.NullMarked;
