/** The mails that utilities send: written in the transaction of what they announce, sent later, never lost. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "audit",
            "identity",
            "staff",
            "provider",
            "customers",
            "oldaccounts",
            "documents",
            "receivables",
            "billing",
            "payments",
            "runs",
            "leaks",
            "plans"
        })
@NullMarked
package fr.ondine.platform.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
