/** Electronic invoices: what an invoice says, as software reads it (Factur-X, profile EN 16931). */
@ApplicationModule(allowedDependencies = {"kernel", "documents"})
@NullMarked
package fr.ondine.platform.facturx;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
