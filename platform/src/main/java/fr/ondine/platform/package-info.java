/** The business modules of Ondine, one package each. */
@NullMarked
package fr.ondine.platform;

import org.jspecify.annotations.NullMarked;
