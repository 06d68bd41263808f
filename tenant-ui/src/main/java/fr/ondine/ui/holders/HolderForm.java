package fr.ondine.ui.holders;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.customers.HolderEntry;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.util.function.Consumer;

/** What an invoice says of whom it is made out to. */
final class HolderForm extends Form {

    HolderForm(HolderEntry holder, Consumer<HolderEntry> complete) {
        var title = word("civilite", "civility", holder.title()).explains("customers.holder.title-too-long");
        var firstName =
                word("prenom", "first-name", holder.firstName()).explains("customers.holder.first-name-too-long");
        var lastName = line("nom", "last-name", holder.lastName())
                .explains("customers.holder.name-missing")
                .explains("customers.holder.name-too-long");
        var street = line("rue", "street", holder.street())
                .explains("customers.holder.street-missing")
                .explains("customers.holder.street-too-long");
        var complement =
                line("complement", "complement", holder.complement()).explains("customers.holder.complement-too-long");
        var postcode = word("code-postal", "postcode", holder.postcode())
                .explains("customers.holder.postcode-missing")
                .explains("customers.holder.postcode-too-long");
        var city = line("ville", "town", holder.city())
                .explains("customers.holder.city-missing")
                .explains("customers.holder.city-too-long");
        var buyer = new BuyerFields(holder.buyer());
        add(title, firstName, lastName, new FieldGroup(say("holders.address"), street, complement, postcode, city));
        add(buyer.all());
        add(Button.submit(say("holders.submit")));
        onSubmit(() -> complete.accept(new HolderEntry(
                title.value(),
                firstName.value(),
                lastName.value(),
                street.value(),
                complement.value(),
                postcode.value(),
                city.value(),
                buyer.typed())));
    }

    private static TextField word(String name, String what, String value) {
        return field(name, what, value, HolderEntry.WORD);
    }

    private static TextField line(String name, String what, String value) {
        return field(name, what, value, HolderEntry.LINE);
    }

    private static TextField field(String name, String what, String value, int longest) {
        return TextField.text(name, say("holders." + what))
                .attribute("maxlength", String.valueOf(longest))
                .autocomplete("off")
                .initially(value);
    }

    private static String say(String key) {
        return I18NProvider.translate(key);
    }
}
