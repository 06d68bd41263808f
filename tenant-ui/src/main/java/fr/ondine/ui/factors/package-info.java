/** How people who work here set up and give what proves who they are: the same fields for operators and for staff. */
@NullMarked
package fr.ondine.ui.factors;

import org.jspecify.annotations.NullMarked;
