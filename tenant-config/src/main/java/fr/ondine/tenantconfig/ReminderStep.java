package fr.ondine.tenantconfig;

/** The letters that an unpaid invoice brings about, in their order; each is sent once for an invoice. */
public enum ReminderStep {
    /** It assumes that the invoice was forgotten (relance). */
    REMINDER,
    /** It asks for payment formally (mise en demeure). */
    FORMAL_NOTICE
}
