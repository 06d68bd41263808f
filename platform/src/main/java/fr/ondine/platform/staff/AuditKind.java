package fr.ondine.platform.staff;

import java.util.List;

/** What acts are about, by how the facts of the trail begin. */
public enum AuditKind {
    TEAM("staff", "audit"),
    SUBSCRIBERS("account", "sign-in", "sessions", "device", "see-as"),
    CONTRACTS("agreement", "holder", "claim-key", "claim", "claims", "meter"),
    READINGS("reading"),
    BILLING("billing-run", "invoice", "invoices", "invoice-form"),
    MONEY("payment", "payments", "plan"),
    REMINDERS("reminder", "reminder-batch", "dispute", "protection", "notice"),
    LEAKS("leak"),
    TARIFFS("tariff"),
    PORTAL("publication", "mail");

    private final List<String> beginnings;

    AuditKind(String... beginnings) {
        this.beginnings = List.of(beginnings);
    }

    List<String> beginnings() {
        return beginnings;
    }
}
