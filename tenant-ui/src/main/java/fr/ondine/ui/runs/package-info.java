/** Where those of the staff who bill order billing runs, follow them, repair what is set aside and have invoices issued. */
@ApplicationModule(id = "run-pages", displayName = "Billing run pages") // the platform has a module runs already
@NullMarked
package fr.ondine.ui.runs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
