/** Paying a year month by month: for subscribers, who see each date and amount, and for the staff who agree it with them. */
@NullMarked
package fr.ondine.ui.schedules;

import org.jspecify.annotations.NullMarked;
