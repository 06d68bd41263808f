package fr.ondine.ui.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.AgreementSummary;
import fr.ondine.platform.kernel.Money;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.shell.ActionLink;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says that another contract of the person has something to pay, and leads there: the page's main action if no other. */
class ElsewhereNote extends Div {

    private ElsewhereNote(Money sum, List<AgreementSummary> others, ChosenContract chosen, boolean alone) {
        var first = others.getFirst();
        var said = others.size() == 1
                ? getTranslation(
                        first.ended() ? "dashboard.elsewhere.ended" : "dashboard.elsewhere",
                        sum,
                        first.number(),
                        ChosenContract.service(first))
                : getTranslation("dashboard.elsewhere.several", sum, others.size());
        var see = others.size() == 1
                ? getTranslation("dashboard.elsewhere.see")
                : getTranslation("dashboard.elsewhere.see.first", first.number());
        var there = ChosenContract.link(chosen.path(), first.id());
        addClassName("row");
        add(new Paragraph(said), alone ? ActionLink.primary(there, see) : new Anchor(there, see));
    }

    /** Nothing to say when only the contract that is shown asks for money. */
    static Optional<ElsewhereNote> of(Map<AgreementId, Money> asked, ChosenContract chosen) {
        var others = chosen.all().stream()
                .filter(other -> !other.id().equals(chosen.id()) && asked.containsKey(other.id()))
                .toList();
        var sum = others.stream().map(other -> asked.get(other.id())).reduce(Money.zero(), Money::plus);
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new ElsewhereNote(sum, others, chosen, !asked.containsKey(chosen.id())));
    }
}
