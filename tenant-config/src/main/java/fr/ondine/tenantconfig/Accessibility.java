package fr.ondine.tenantconfig;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the accessibility statement (déclaration d'accessibilité, RGAA) may truthfully say. */
public record Accessibility(Status status, @Nullable LocalDate auditedOn) {

    /** How far an audit found the portal to follow the RGAA. */
    public enum Status {
        NOT_COMPLIANT,
        PARTLY_COMPLIANT,
        COMPLIANT
    }

    public Accessibility {
        // without an audit the law knows one answer only: non conforme
        Invalid.when(auditedOn == null && status != Status.NOT_COMPLIANT, "status", "accessibility-unaudited");
    }
}
