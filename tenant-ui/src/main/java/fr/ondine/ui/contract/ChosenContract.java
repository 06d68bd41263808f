package fr.ondine.ui.contract;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.customers.Access;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.AgreementSummary;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.UserId;
import java.util.List;
import java.util.Locale;

/** The contract that a page is about, among those of the person who is signed in. */
public record ChosenContract(CurrentUser person, AgreementSummary contract, List<AgreementSummary> all, String path) {

    public UserId user() {
        return person.userId();
    }

    public AgreementId id() {
        return contract.id();
    }

    /** Whether the person may pay its invoices. */
    public boolean isPayable() {
        return contract.access().includes(Access.PAYS);
    }

    /** The address of another page about the same contract. */
    public String link(String otherPath) {
        return link(otherPath, id());
    }

    /** The address of a page about any contract. */
    public static String link(String path, AgreementId contract) {
        return "/" + path + "?" + Contracts.PARAMETER + "=" + contract.value();
    }

    /** A switch between the person's contracts, or the name of the only one. */
    public Component switcher() {
        if (all.size() == 1) {
            var only = new Span(name(contract));
            only.addClassName("soft");
            return only;
        }
        return new ContractSwitch(this);
    }

    /** "IT00024, eau, 99 rue de la Piloinne": as a person tells contracts apart. */
    static String name(AgreementSummary agreement) {
        var key = agreement.ended() ? "contract.name.ended" : "contract.name";
        return I18NProvider.translate(
                agreement.isHeld() ? key : "contract.name.shared",
                agreement.number(),
                service(agreement),
                agreement.street());
    }

    /** "eau", "assainissement". */
    public static String service(AgreementSummary agreement) {
        return I18NProvider.translate(
                "contract.service." + agreement.service().name().toLowerCase(Locale.ROOT));
    }
}
