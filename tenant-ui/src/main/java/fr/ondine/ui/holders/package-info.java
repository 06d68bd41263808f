/** Where staff complete whom an invoice is made out to. */
@NullMarked
package fr.ondine.ui.holders;

import org.jspecify.annotations.NullMarked;
