/** Reminders of what is overdue (relances): chosen by rules, looked at by staff, sent once, kept in the account's history. */
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
            "documents",
            "publications",
            "notifications"
        })
@NullMarked
package fr.ondine.platform.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
