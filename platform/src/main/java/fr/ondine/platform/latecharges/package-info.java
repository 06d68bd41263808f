/** What is added to a sewerage charge that is long overdue (majoration, CGCT R2224-19-9), where the utility asks for it. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "audit",
            "staff",
            "customers",
            "receivables",
            "billing",
            "leaks",
            "runs"
        })
@NullMarked
package fr.ondine.platform.latecharges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
