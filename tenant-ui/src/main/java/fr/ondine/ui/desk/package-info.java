/** Where the staff of a utility find an agreement, look at its account and at invoices, and take invoices back. */
@ApplicationModule
@NullMarked
package fr.ondine.ui.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
