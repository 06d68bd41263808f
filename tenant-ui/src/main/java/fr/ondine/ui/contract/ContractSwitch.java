package fr.ondine.ui.contract;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import fr.ondine.platform.customers.AgreementSummary;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;

/** Leads to the same page about another contract, once the person has chosen it and says so. */
final class ContractSwitch extends Form {

    private final ChosenContract now;
    private final Choice<AgreementSummary> choice;

    ContractSwitch(ChosenContract now) {
        this.now = now;
        this.choice = new Choice<>(
                        Contracts.PARAMETER, getTranslation("contract.switch"), now.all(), ChosenContract::name)
                .initially(now.contract());
        choice.help(now.contract().street());
        add(choice, Button.submit(getTranslation("contract.switch.show")).subdued());
        addClassName("switch");
        onSubmit(this::open);
    }

    // the list that had the choice is gone with the page; the new one tells which contract is shown now
    private void open() {
        var ui = UI.getCurrentOrThrow();
        ui.navigate(now.path(), QueryParameters.of(Contracts.PARAMETER, chosen()));
        ui.getPage().executeJs("setTimeout(() => document.getElementById($0)?.focus())", Contracts.PARAMETER);
    }

    private String chosen() {
        return choice.value().id().value().toString();
    }
}
