package fr.ondine.ui.contract;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import fr.ondine.platform.customers.ClaimAwaits;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.EmptyState;
import fr.ondine.ui.shell.Icon;
import fr.ondine.ui.shell.Page;
import java.util.Locale;

/** A page about one contract, which the address names; who has none yet is led to claiming it. */
public abstract class ContractPage extends Page implements BeforeEnterObserver {

    private final transient Contracts contracts;

    protected ContractPage(Contracts contracts, String titleKey) {
        super(titleKey);
        this.contracts = contracts;
    }

    /** Fills the page, which is empty under its heading. */
    protected abstract void show(ChosenContract chosen);

    @Override
    public final void beforeEnter(BeforeEnterEvent arrival) {
        clear();
        contracts.chosen(arrival.getLocation()).ifPresentOrElse(this::fill, () -> add(nothingYet()));
    }

    /** Whether it is for those too whom a holder lets see the contract; they can change nothing there. */
    protected boolean isShared() {
        return false;
    }

    private void fill(ChosenContract chosen) {
        beside(chosen.switcher());
        if (chosen.contract().isHeld() || isShared()) {
            show(chosen);
        } else {
            add(new EmptyState(
                    Icon.DROP,
                    say("contract.shared"),
                    say("contract.shared.why"),
                    ActionLink.secondary(chosen.link("tableau-de-bord"), say("contract.shared.see"))));
        }
    }

    private Component nothingYet() {
        return contracts.awaited().map(this::stillClosed).orElseGet(this::unclaimed);
    }

    private Component unclaimed() {
        return new EmptyState(
                Icon.DROP,
                say("contract.none"),
                say("contract.none.why"),
                ActionLink.primary("/contrats/lier", say("contract.none.claim")));
    }

    private Component stillClosed(ClaimAwaits awaited) {
        var key = "contract.awaits-" + awaited.name().toLowerCase(Locale.ROOT);
        return new EmptyState(
                Icon.DROP,
                say(key),
                say(key + ".next"),
                ActionLink.secondary("/contrats/lier", say("contract.none.claim")));
    }
}
