package fr.ondine.ui.dunning;

import static fr.ondine.ui.dunning.DunningWords.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.latecharges.LateCharge;
import fr.ondine.platform.latecharges.LateCharge.Obstacle;
import fr.ondine.platform.latecharges.RegisteredNotice;
import fr.ondine.platform.latecharges.RegisteredNotices;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;
import java.util.Optional;

/** The sewerage charge of one open invoice: whether it may be increased for being late, what that comes to, and doing it. */
final class LateChargeCard extends Card {

    /** What is done with it. */
    interface Deeds {
        void received(LateCharge charge, String number, LocalDate day);

        void issue(LateCharge charge);
    }

    LateChargeCard(LateCharge charge, Deeds deeds) {
        super(say("dunning.late", charge.number()));
        var received = charge.received();
        if (received != null) {
            add(new Paragraph(say("dunning.late.received", received.number(), received.receivedOn())));
        }
        var increasedBy = charge.increasedBy();
        var obstacle = charge.obstacle();
        if (increasedBy != null) {
            add(new Paragraph(new Anchor("/gestion/factures/" + increasedBy.value(), say("dunning.late.increased"))));
        } else if (obstacle == null) {
            add(amounts(charge), question(charge, deeds));
        } else {
            add(new Paragraph(why(obstacle, charge)));
        }
        if (obstacle == Obstacle.NOT_RECEIVED) {
            add(new NativeDetails(say("dunning.late.note"), reception(charge, deeds)));
        } else if (received != null && increasedBy == null) {
            add(new NativeDetails(say("dunning.late.correct"), reception(charge, deeds)));
        }
    }

    private static String why(Obstacle obstacle, LateCharge charge) {
        var from = charge.from();
        return obstacle == Obstacle.TOO_EARLY && from != null
                ? say("dunning.late.too-early", from)
                : DunningWords.of("late", obstacle);
    }

    private static Component amounts(LateCharge charge) {
        return new Definitions()
                .with(say("dunning.late.base"), Written.money(charge.base()))
                .with(say("dunning.late.amount"), Written.money(charge.amount()));
    }

    private static Component question(LateCharge charge, Deeds deeds) {
        var sure = new Form(
                        new Paragraph(say("dunning.late.what")),
                        Button.submit(say("dunning.late.sure", charge.amount())))
                .onSubmit(() -> deeds.issue(charge));
        return new NativeDetails(say("dunning.late.increase"), sure);
    }

    private static Form reception(LateCharge charge, Deeds deeds) {
        var name = "recommande-" + charge.invoice().value();
        var noted = Optional.ofNullable(charge.received());
        var number = TextField.text(name + "-numero", say("dunning.late.number"))
                .autocomplete("off")
                .attribute("maxlength", String.valueOf(RegisteredNotices.LONGEST_NUMBER))
                .explains("late-charges.number")
                .initially(noted.map(RegisteredNotice::number).orElse(""))
                .required();
        var day = TextField.text(name + "-jour", say("dunning.late.day"))
                .attribute("type", "date")
                .autocomplete("off")
                .explains("late-charges.day")
                .initially(noted.map(RegisteredNotice::receivedOn)
                        .map(LocalDate::toString)
                        .orElse(""))
                .required();
        var form = new Form(number, day, Button.submit(say("dunning.late.note.send")));
        return form.onSubmit(() -> TypedDay.of(day.value())
                .ifPresentOrElse(
                        typed -> deeds.received(charge, number.value(), typed),
                        () -> form.refuse(day, say("dunning.late.day.none"))));
    }
}
