@NullMarked
package fr.ondine.ui.transfers;

import org.jspecify.annotations.NullMarked;
