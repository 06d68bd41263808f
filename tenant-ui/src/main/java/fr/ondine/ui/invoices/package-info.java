/** The invoices of a contract: what is left to pay, each invoice with its state and its paper. */
@NullMarked
package fr.ondine.ui.invoices;

import org.jspecify.annotations.NullMarked;
