package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import fr.ondine.platform.tariffs.DayCount;
import fr.ondine.platform.tariffs.RatingRules;
import fr.ondine.platform.tariffs.StandingCap;
import fr.ondine.platform.tariffs.TariffRules;
import fr.ondine.platform.tariffs.TierReset;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Form;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Consumer;

/** What the utility has chosen of how its tariffs are applied. */
final class RulesCard extends Card {

    private static final List<RoundingMode> ROUNDINGS =
            List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.HALF_DOWN, RoundingMode.DOWN);

    RulesCard(TariffRules rules, boolean mayChange, Consumer<TariffRules> choose) {
        super(say("tariffs.rules"));
        if (mayChange) {
            add(form(rules, choose));
        } else {
            add(words(rules));
        }
    }

    private static Form form(TariffRules rules, Consumer<TariffRules> choose) {
        var rounding = choice("arrondi", "rounding", ROUNDINGS, rules.rating().rounding());
        var days = choice(
                "jours", "day-count", List.of(DayCount.values()), rules.rating().dayCount());
        var tiers = choice(
                "tranches",
                "tier-reset",
                List.of(TierReset.values()),
                rules.rating().tierReset());
        var cap = choice("plafond", "cap", List.of(StandingCap.values()), rules.cap());
        return new Form(
                        rounding,
                        days,
                        tiers,
                        cap,
                        Button.submit(say("tariffs.rules.save")).subdued())
                .onSubmit(() -> choose.accept(
                        new TariffRules(new RatingRules(rounding.value(), days.value(), tiers.value()), cap.value())));
    }

    private static <E extends Enum<E>> Choice<E> choice(String name, String what, List<E> all, E now) {
        return new Choice<>(name, say("tariffs." + what), all, one -> TariffWords.of(what, one)).initially(now);
    }

    private static Definitions words(TariffRules rules) {
        return new Definitions()
                .with(
                        say("tariffs.rounding"),
                        TariffWords.of("rounding", rules.rating().rounding()))
                .with(
                        say("tariffs.day-count"),
                        TariffWords.of("day-count", rules.rating().dayCount()))
                .with(
                        say("tariffs.tier-reset"),
                        TariffWords.of("tier-reset", rules.rating().tierReset()))
                .with(say("tariffs.cap"), TariffWords.of("cap", rules.cap()));
    }
}
