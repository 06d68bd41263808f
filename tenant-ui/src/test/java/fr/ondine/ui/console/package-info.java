@NullMarked
package fr.ondine.ui.console;

import org.jspecify.annotations.NullMarked;
