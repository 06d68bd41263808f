package fr.ondine.ui.desk;

import static fr.ondine.ui.desk.DeskWords.say;

import fr.ondine.platform.billing.ChosenForm;
import fr.ondine.platform.billing.InvoiceForm;
import fr.ondine.platform.billing.ManagedAccount;
import fr.ondine.platform.network.Address;
import fr.ondine.ui.invoices.FormChoice;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who holds an agreement, where, since when, and how it is paid. */
final class HolderCard extends Card {

    HolderCard(ManagedAccount account, Optional<ChosenForm> form, ZoneId zone) {
        super(account.agreement().holder().name());
        var agreement = account.agreement();
        var holder = agreement.holder();
        var facts = new Definitions()
                .with(say("desk.service"), DeskWords.of("service", agreement.service()))
                .with(say("desk.place"), DeskWords.address(agreement.served()))
                .with(say("desk.occupant"), agreement.occupant())
                .with(say("desk.meter"), account.meter())
                .with(say("desk.letters"), letters(holder.postalAddress()))
                .with(say("desk.phone"), holder.phone())
                .with(say("desk.mobile"), holder.mobile())
                .with(say("desk.email"), holder.email())
                .with(
                        say("desk.portal"),
                        account.emails().isEmpty() ? say("desk.portal.none") : String.join("\n", account.emails()))
                .with(say("desk.form"), form(form, zone))
                .with(say("desk.payment"), DeskWords.of("payment", agreement.paymentMethod()));
        var mandate = agreement.mandate();
        if (mandate != null) {
            facts.with(
                    say("desk.mandate"),
                    say("desk.mandate.of", mandate.reference(), mandate.maskedIban(), mandate.signedOn()));
        }
        facts.with(say("desk.since"), Written.date(agreement.startedOn()));
        if (agreement.endedOn() != null) {
            facts.with(say("desk.until"), Written.date(agreement.endedOn()));
        }
        facts.with(
                say("desk.older-numbers"),
                agreement.olderNumbers().stream()
                        .map(older -> say("desk.older-number", older.number(), older.replacedOn()))
                        .collect(Collectors.joining("\n")));
        add(facts);
    }

    /** Who chose it and when, as any account may choose for all. */
    private static String form(Optional<ChosenForm> form, ZoneId zone) {
        return form.map(chosen -> form(chosen, zone)).orElseGet(() -> FormChoice.words(InvoiceForm.PAPER));
    }

    private static String form(ChosenForm chosen, ZoneId zone) {
        var words = FormChoice.words(chosen.form());
        var day = LocalDate.ofInstant(chosen.at(), zone);
        var by = chosen.by();
        return by == null ? say("desk.form.chosen", words, day) : say("desk.form.noted", words, day, by);
    }

    private static @Nullable String letters(@Nullable Address address) {
        return address == null ? null : DeskWords.address(address);
    }
}
