package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.tariffs.PriceEntry;
import fr.ondine.platform.tariffs.Tier;
import fr.ondine.platform.tariffs.TierScale;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Texts;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The price of a cubic metre, by tiers and seasons where there are any; a hole or an overlap is said where it is. */
final class TierRows extends PriceRows {

    private final List<TierRow> rows = new ArrayList<>();
    private final Div list = new Div();

    TierRows(List<PriceEntry> known) {
        add(
                new Paragraph(say("tariffs.tiers.what")),
                list,
                Button.link(say("tariffs.tier.add")).onPress(this::more));
        for (var at = 0; at < known.size(); at++) {
            var isFollowed = at + 1 < known.size()
                    && known.get(at + 1).season().equals(known.get(at).season());
            more().fill(known.get(at), isFollowed ? known.get(at + 1).from() : null);
        }
        if (known.isEmpty()) {
            more().begin();
        }
    }

    private TierRow more() {
        var row = new TierRow(rows.size() + 1);
        rows.add(row);
        list.add(row);
        return row;
    }

    @Override
    List<PriceEntry> entries(Form form) {
        var filled = rows.stream().filter(row -> !row.isEmpty()).toList();
        if (filled.isEmpty()) {
            rows.getFirst().refusePrice(form, say("tariffs.price.missing"));
        }
        var read = filled.stream().flatMap(row -> row.read(form).stream()).toList();
        refuseHalfSeasons(form, read);
        if (!form.isAccepted()) {
            return List.of();
        }
        var seasons = new LinkedHashMap<Optional<MonthDay>, List<TypedTier>>();
        read.forEach(tier -> seasons.computeIfAbsent(tier.season(), season -> new ArrayList<>())
                .add(tier));
        seasons.values().forEach(tiers -> check(form, tiers));
        return read.stream().map(TypedTier::entry).toList();
    }

    /** Where there are seasons, each tier is of one. */
    private static void refuseHalfSeasons(Form form, List<TypedTier> tiers) {
        if (tiers.stream().anyMatch(tier -> tier.season().isPresent())) {
            tiers.stream()
                    .filter(tier -> tier.season().isEmpty())
                    .forEach(tier -> tier.row().refuseSeason(form, say("tariffs.season.missing")));
        }
    }

    private static void check(Form form, List<TypedTier> typed) {
        var tiers = typed.stream().sorted(Comparator.comparing(TypedTier::from)).toList();
        try {
            new TierScale(scale(tiers));
        } catch (DomainException refused) {
            place(refused, tiers).refuse(form, Texts.refusal(refused));
        }
    }

    /** An end that was left open is where the next tier begins. */
    private static List<Tier> scale(List<TypedTier> tiers) {
        var scale = new ArrayList<Tier>();
        for (var at = 0; at < tiers.size(); at++) {
            var next = at + 1 < tiers.size() ? tiers.get(at + 1).from() : null;
            var tier = tiers.get(at);
            scale.add(new Tier(tier.from(), tier.to().orElse(next), tier.price()));
        }
        return scale;
    }

    /** The row that begins where the refusal says, or ends there. */
    private static Fault place(DomainException refused, List<TypedTier> tiers) {
        var at = refused.arguments().getLast();
        return tiers.reversed().stream()
                .filter(tier -> tier.from().equals(at))
                .findFirst()
                .<Fault>map(tier -> tier.row()::refuseFrom)
                .or(() -> tiers.stream()
                        .filter(tier -> tier.to().filter(at::equals).isPresent())
                        .findFirst()
                        .map(tier -> tier.row()::refuseTo))
                .orElse(tiers.getLast().row()::refuseFrom);
    }

    private interface Fault {
        void refuse(Form form, String sentence);
    }
}
