package fr.ondine.ui.holders;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.customers.HolderChange;
import fr.ondine.platform.customers.HolderOnFile;
import fr.ondine.platform.network.Address;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an invoice says of whom it is made out to. */
final class HolderForm extends Form {

    HolderForm(HolderOnFile holder, Consumer<HolderChange> complete) {
        var title = field("civilite", "civility", holder.title());
        var firstName = field("prenom", "first-name", holder.firstName());
        var lastName = field("nom", "last-name", holder.lastName()).explains("customers.holder.name-missing");
        var street = field("rue", "street", part(holder, Address::street)).explains("customers.holder.street-missing");
        var complement = field("complement", "complement", part(holder, Address::complement));
        var postcode = field("code-postal", "postcode", part(holder, Address::postcode))
                .explains("customers.holder.postcode-missing");
        var city = field("ville", "town", part(holder, Address::city)).explains("customers.holder.city-missing");
        add(
                title,
                firstName,
                lastName,
                new FieldGroup(say("holders.address"), street, complement, postcode, city),
                Button.submit(say("holders.submit")));
        onSubmit(() -> complete.accept(new HolderChange(
                title.value(),
                firstName.value(),
                lastName.value(),
                street.value(),
                complement.value(),
                postcode.value(),
                city.value())));
    }

    private static @Nullable String part(HolderOnFile holder, Function<Address, @Nullable String> part) {
        var billed = holder.billed();
        return billed == null ? null : part.apply(billed);
    }

    private static TextField field(String name, String what, @Nullable String value) {
        return TextField.text(name, say("holders." + what)).autocomplete("off").initially(value == null ? "" : value);
    }

    private static String say(String key) {
        return I18NProvider.translate(key);
    }
}
