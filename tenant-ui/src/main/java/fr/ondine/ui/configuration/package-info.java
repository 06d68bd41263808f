/** How a change of a configuration is shown, to operators and to staff. */
@NullMarked
package fr.ondine.ui.configuration;

import org.jspecify.annotations.NullMarked;
