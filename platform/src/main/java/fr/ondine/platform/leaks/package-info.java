/**
 * Leaks (fuites après compteur): dwellings that used more than twice what is usual, whom they were told of, and what is
 * billed of it when a certificate comes in time (écrêtement, loi Warsmann).
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "audit",
            "staff",
            "identity",
            "network",
            "customers",
            "metering",
            "tariffs",
            "receivables",
            "documents",
            "publications",
            "billing",
            "runs",
            "credits"
        })
@NullMarked
package fr.ondine.platform.leaks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
