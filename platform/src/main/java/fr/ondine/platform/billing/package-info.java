/** Invoices: issued once and never changed, shown with what the ledger says of them today. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "audit",
            "tenancy",
            "identity",
            "network",
            "customers",
            "metering",
            "tariffs",
            "receivables",
            "documents",
            "facturx",
            "publications",
            "provider",
            "staff"
        })
@NullMarked
package fr.ondine.platform.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
