package fr.ondine.ui.holders;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.customers.BuyerIdentity;
import fr.ondine.platform.customers.BuyerKind;
import fr.ondine.platform.customers.HolderEntry;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.TextField;
import java.util.List;
import java.util.Locale;

/** As whom a holder buys, with the numbers of an organisation, which a household is not asked for. */
final class BuyerFields {

    private final Choice<BuyerKind> kind;
    private final TextField siren;
    private final TextField siret;
    private final TextField vatNumber;
    private final TextField service;
    private final TextField commitment;
    private final FieldGroup numbers;

    BuyerFields(BuyerIdentity buyer) {
        siren = field("siren", buyer.siren()).explains("customers.holder.siren-wrong");
        siret = field("siret", buyer.siret())
                .explains("customers.holder.siret-wrong")
                .explains("customers.holder.siret-elsewhere");
        vatNumber = field("vat-number", buyer.vatNumber()).explains("customers.holder.vat-number-wrong");
        service = field("service", buyer.service()).explains("customers.holder.service-too-long");
        commitment = field("commitment", buyer.commitment()).explains("customers.holder.commitment-too-long");
        numbers = new FieldGroup(say("numbers"), siren, siret, vatNumber, service, commitment);
        numbers.hide(buyer.isConsumer() && buyer.isUnnumbered());
        kind = new Choice<>("acheteur", say("buyer"), List.of(BuyerKind.values()), BuyerFields::words)
                .initially(buyer.kind())
                .onChoice(chosen -> {
                    if (chosen != BuyerKind.CONSUMER) {
                        numbers.hide(false);
                    }
                });
    }

    Component[] all() {
        return new Component[] {kind, numbers};
    }

    BuyerIdentity typed() {
        return new BuyerIdentity(
                kind.value(), siren.value(), siret.value(), vatNumber.value(), service.value(), commitment.value());
    }

    private static TextField field(String what, String value) {
        return TextField.text(what, say(what))
                .attribute("maxlength", String.valueOf(HolderEntry.WORD))
                .autocomplete("off")
                .initially(value);
    }

    private static String words(BuyerKind kind) {
        return say("buyer." + kind.name().toLowerCase(Locale.ROOT));
    }

    private static String say(String key) {
        return I18NProvider.translate("holders." + key);
    }
}
