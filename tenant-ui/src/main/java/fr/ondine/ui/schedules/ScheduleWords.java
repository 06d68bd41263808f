package fr.ondine.ui.schedules;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.plans.PlanBasis;
import fr.ondine.platform.plans.PlanClosing;
import fr.ondine.platform.plans.PlanEnding;
import fr.ondine.platform.plans.YearEnd;
import fr.ondine.platform.plans.YearlyAmount;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    static String of(PlanEnding ending, LocalDate today) {
        return Stream.of(
                        ending.toCome().isZero() ? "" : say("schedules.close.to-come", ending.toCome()),
                        paid(ending),
                        then("asked", ending.asked(), today),
                        then("debited", ending.debited(), today),
                        then("carried", ending.carried()))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** A day that is not ahead is not named. */
    private static String then(String what, Optional<PlanEnding.Then> then, LocalDate today) {
        return then(then.filter(one -> one.on().isAfter(today)).isPresent() ? what : what + "-now", then);
    }

    private static String paid(PlanEnding ending) {
        if (ending.paid().isZero()) {
            return say("schedules.close.paid.none");
        }
        if (ending.kept().isZero()) {
            return say("schedules.close.paid.set-against", ending.paid());
        }
        return ending.setAgainst().isZero()
                ? say("schedules.close.paid.kept", ending.paid())
                : say("schedules.close.paid.both", ending.paid(), ending.setAgainst(), ending.kept());
    }

    private static String then(String what, Optional<PlanEnding.Then> then) {
        return then.map(one -> say("schedules.close." + what, one.amount(), Written.date(one.on())))
                .orElse("");
    }

    static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
