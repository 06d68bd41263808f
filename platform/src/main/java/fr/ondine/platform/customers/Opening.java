package fr.ondine.platform.customers;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.ClaimRule.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens agreements to a user by the utility's rule, writes it down, and has everybody concerned told. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Opening {

    private final CustomerLinks links;
    private final ContractsOnFile contracts;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Opening(
            CustomerLinks links,
            ContractsOnFile contracts,
            Tenants tenants,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.links = links;
        this.contracts = contracts;
        this.tenants = tenants;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens the agreement, or all of its holder's; nothing when it was open before.
     *
     * @param actor who decided, for the audit trail
     * @param typed the number that was typed, if one was
     */
    void open(UserId user, AgreementId agreement, String proof, String actor, @Nullable String typed) {
        if (links.isOpen(user, agreement)) {
            return;
        }
        var contract = contracts.of(agreement);
        var present = present(contract, user);
        links.open(user, contract.holder(), onlyOne() ? agreement : null, proof, clock.instant());
        audit.record(actor, "agreement.linked", "agreement:" + agreement.value(), "to user:" + user + " by " + proof);
        tell(user, contract, typed);
        present.forEach(other -> tellPresent(other, contract));
    }

    /** Closes it to somebody again, with what was opened at once with it. */
    void close(UserId user, AgreementId agreement, String actor) {
        links.close(user, agreement);
        audit.record(actor, "agreement.unlinked", "agreement:" + agreement.value(), "for user:" + user);
        events.publishEvent(new AgreementUnlinked(
                TenantContext.current(), user, printed(contracts.of(agreement).number())));
    }

    /** Tells somebody of what was opened to others since a moment: whoever had their address then was told instead. */
    void tellOfOthersSince(UserId user, Instant moment) {
        links.openedToOthersSince(user, moment).forEach(agreement -> tellPresent(user, contracts.of(agreement)));
    }

    private void tellPresent(UserId user, ContractOnFile contract) {
        events.publishEvent(new HolderLinkedElsewhere(
                TenantContext.current(), user, contract.agreement(), printed(contract.number())));
    }

    /** The number as printed, when it is not the contract's own. */
    @Nullable
    String older(@Nullable String typed, ContractOnFile contract) {
        return typed == null || typed.equals(contract.number()) ? null : printed(typed);
    }

    String printed(String number) {
        return tenants.current().contractNumbers().display(number);
    }

    private void tell(UserId user, ContractOnFile contract, @Nullable String typed) {
        events.publishEvent(new AgreementLinked(
                TenantContext.current(),
                user,
                contract.agreement(),
                printed(contract.number()),
                older(typed, contract),
                links.countOpen(user, contract.holder())));
    }

    /** Who sees something of what is about to be opened. */
    private List<UserId> present(ContractOnFile contract, UserId user) {
        var all = onlyOne() ? links.usersOf(contract.agreement()) : links.usersOf(contract.holder());
        return all.stream().filter(other -> !other.equals(user)).toList();
    }

    private boolean onlyOne() {
        return tenants.current().claims().opens() == Scope.ONE_CONTRACT;
    }
}
