/** Billing runs (campagnes de facturation): what each agreement owes for a period, simulated, validated, then issued. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "audit",
            "staff",
            "network",
            "customers",
            "metering",
            "tariffs",
            "receivables",
            "billing"
        })
@NullMarked
package fr.ondine.platform.runs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
