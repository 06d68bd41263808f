/** Which contract a page is about. */
@NullMarked
package fr.ondine.ui.contract;

import org.jspecify.annotations.NullMarked;
