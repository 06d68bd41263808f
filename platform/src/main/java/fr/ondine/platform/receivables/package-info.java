/** What is owed and what was received: double entry, where a balance is a sum and never a field. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "customers", "staff"})
@NullMarked
package fr.ondine.platform.receivables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
