/** Leaks: what a household is told and sends, and the files of them as staff decide. */
@NullMarked
package fr.ondine.ui.leakfiles;

import org.jspecify.annotations.NullMarked;
