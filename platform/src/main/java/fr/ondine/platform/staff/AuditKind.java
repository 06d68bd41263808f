package fr.ondine.platform.staff;

import java.util.List;

/** What acts are about, by how the facts of the trail begin. */
public enum AuditKind {
    TEAM("staff", "audit"),
    SUBSCRIBERS(
            "account",
            "password",
            "email",
            "franceconnect",
            "passkey",
            "old-account",
            "personal-data",
            "sign-in",
            "session",
            "sessions",
            "device",
            "see-as"),
    CONTRACTS("agreement", "delegation", "holder", "claim-key", "claim", "claims", "meter"),
    READINGS("reading", "readings"),
    BILLING("billing-run", "invoice", "invoices", "invoice-form", "late-charge"),
    MONEY("payment", "payments", "plan"),
    REMINDERS("reminder", "reminder-batch", "dispute", "protection", "notice"),
    LEAKS("leak"),
    TARIFFS("tariff"),
    PORTAL("publication", "mail"),
    PROGRAMS("provider", "imports");

    private final List<String> beginnings;

    AuditKind(String... beginnings) {
        this.beginnings = List.of(beginnings);
    }

    List<String> beginnings() {
        return beginnings;
    }
}
