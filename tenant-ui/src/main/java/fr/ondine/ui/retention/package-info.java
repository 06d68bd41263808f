/** How long what is known of people is kept, and what has been removed. */
@NullMarked
package fr.ondine.ui.retention;

import org.jspecify.annotations.NullMarked;
