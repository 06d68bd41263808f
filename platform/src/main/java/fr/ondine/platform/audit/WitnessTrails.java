package fr.ondine.platform.audit;

import fr.ondine.platform.tenancy.OpenTenants;
import fr.ondine.platform.tenancy.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Notes once a day how far each utility's trail is, and that of operators, so that no more than a day can be cut off unnoticed. */
@Component
class WitnessTrails implements RecurringJob {

    private final AuditChain chain;
    private final OperatorChain operators;
    private final OpenTenants open;

    WitnessTrails(AuditChain chain, OperatorChain operators, OpenTenants open) {
        this.chain = chain;
        this.operators = operators;
        this.open = open;
    }

    @Override
    public String name() {
        return "witness-audit-trails";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    /** Whatever is wrong with the trail of operators, those of utilities are noted. */
    @Override
    public void run() {
        try {
            operators.witness();
        } finally {
            open.each(this, chain::witness);
        }
    }
}
