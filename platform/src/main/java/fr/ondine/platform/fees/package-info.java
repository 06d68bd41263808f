/** Bills of what is done once: the opening of an agreement, and services on request (factures ponctuelles). */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "audit",
            "staff",
            "customers",
            "tariffs",
            "receivables",
            "billing",
            "runs"
        })
@NullMarked
package fr.ondine.platform.fees;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
