package fr.ondine.ui.schedules;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.plans.Plan;
import fr.ondine.platform.plans.PlanBasis;
import fr.ondine.platform.plans.PlanClosing;
import fr.ondine.platform.plans.YearEnd;
import fr.ondine.platform.plans.YearlyAmount;
import java.util.Locale;

/** How plans are said. */
final class ScheduleWords {

    private ScheduleWords() {}

    static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }

    static String of(PlanClosing why) {
        return say("schedules.closing." + code(why));
    }

    /** "310,00 € pour l'année, d'après 95 m³ au tarif d'aujourd'hui". */
    static String of(YearlyAmount year) {
        var volume = year.volume();
        return year.basis() == PlanBasis.TARIFF && volume != null
                ? say("schedules.year.tariff", year.amount(), volume)
                : say("schedules.year." + code(year.basis()), year.amount());
    }

    /** The same with what the plan before left to this one. */
    static String of(YearlyAmount year, Money carried) {
        if (carried.isZero()) {
            return of(year);
        }
        return carried.isNegative()
                ? say("schedules.year.less", of(year), carried.negated())
                : say("schedules.year.more", of(year), carried);
    }

    /** What is done about the difference of a year. */
    static String of(YearEnd end) {
        var difference = end.difference();
        return say(
                "schedules.year-end." + code(end.outcome()),
                difference.isNegative() ? difference.negated() : difference);
    }

    /** What becomes of the money when a plan ends. */
    static String ending(Plan plan) {
        return plan.paid().isZero()
                ? say("schedules.close.what.none", plan.total())
                : say("schedules.close.what", plan.paid(), plan.total().minus(plan.paid()));
    }

    static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
