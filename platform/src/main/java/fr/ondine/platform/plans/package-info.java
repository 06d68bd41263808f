/** Instalment plans (mensualisation): a year paid month by month, by dates and amounts that are known from the first day. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "audit",
            "identity",
            "staff",
            "customers",
            "tariffs",
            "receivables",
            "billing",
            "leaks",
            "documents",
            "publications"
        })
@NullMarked
package fr.ondine.platform.plans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
