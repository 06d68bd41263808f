/** How an issued invoice was found: in plain words for its subscriber ("comprendre ma facture"), line by line for staff. */
@NullMarked
package fr.ondine.ui.explanations;

import org.jspecify.annotations.NullMarked;
