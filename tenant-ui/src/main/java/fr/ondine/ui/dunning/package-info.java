/** Where those of the staff who bill prepare reminders, look at them, send them, and note who is not to be reminded. */
@NullMarked
package fr.ondine.ui.dunning;

import org.jspecify.annotations.NullMarked;
