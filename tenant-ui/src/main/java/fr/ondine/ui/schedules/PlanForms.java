package fr.ondine.ui.schedules;

import static fr.ondine.ui.schedules.ScheduleWords.say;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.plans.PlanClosing;
import fr.ondine.platform.plans.PlanOffer;
import fr.ondine.platform.plans.PlanOrder;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What staff are asked: the day and the amount of a plan, another amount, or why it ends. */
final class PlanForms {

    private static final String AMOUNT = "\\d{1,6}([.,]\\d{1,2})?";

    private PlanForms() {}

    /** {@code begin} runs first: what was shown of an earlier order is not to be agreed to for another. */
    static Form order(PlanOffer offer, Runnable begin, Consumer<PlanOrder> look) {
        var day = day(offer);
        var year = amount("annee", say("schedules.order.year"))
                .help(offer.year().map(ScheduleWords::of).orElseGet(() -> say("schedules.order.year.unknown")))
                .explains("plans.amount-unknown", "plans.too-little");
        var form = new Form(day, year, Button.submit(say("schedules.order.look")));
        form.onSubmit(() -> {
            begin.run();
            if (year.value().isBlank()) {
                look.accept(new PlanOrder(day.value(), Optional.empty()));
            } else {
                read(form, year, amount -> look.accept(new PlanOrder(day.value(), Optional.of(amount))));
            }
        });
        return form;
    }

    static Choice<Integer> day(PlanOffer offer) {
        return new Choice<>("jour", say("schedules.order.day"), offer.days(), day -> say("schedules.day", day));
    }

    static Form revision(Money now, Runnable begin, Consumer<Money> look) {
        var year = amount("nouveau-montant", say("schedules.revise.year"))
                .help(say("schedules.revise.now", now))
                .required()
                .explains("plans.nothing-left", "plans.settled", "plans.too-little");
        var form = new Form(year, Button.submit(say("schedules.revise.look")));
        form.onSubmit(() -> {
            begin.run();
            read(form, year, look);
        });
        return form;
    }

    static Form closing(Consumer<PlanClosing> look) {
        var why = new Choice<>("motif", say("schedules.close.why"), List.of(PlanClosing.values()), ScheduleWords::of);
        var form = new Form(why, Button.submit(say("schedules.close.look")).subdued());
        form.onSubmit(() -> look.accept(why.value()));
        return form;
    }

    private static TextField amount(String name, String label) {
        return TextField.text(name, label).attribute("inputmode", "decimal").autocomplete("off");
    }

    private static void read(Form form, TextField field, Consumer<Money> taken) {
        var typed = field.value().replaceAll("[\\s\\u00a0\\u202f€]", "");
        if (typed.matches(AMOUNT)) {
            taken.accept(Money.euros(typed.replace(',', '.')));
        } else {
            form.refuse(field, say("schedules.amount.none"));
        }
    }
}
