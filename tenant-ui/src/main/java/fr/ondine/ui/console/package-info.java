/** The operators' console: all utilities, each of them, and who works here. No utility is bound. */
@NullMarked
package fr.ondine.ui.console;

import org.jspecify.annotations.NullMarked;
