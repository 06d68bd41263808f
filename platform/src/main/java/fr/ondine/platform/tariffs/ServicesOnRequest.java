package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What a utility does once and only when asked, as a tariff prices it (prestations): opening, a late visit, a meter test. */
public record ServicesOnRequest(Tariff tariff, RatingRules rules) {

    /** Those that can be asked for on a day; {@link TariffMissing} where nothing holds yet. */
    public List<Fee> on(LocalDate day) {
        return tariff.on(day).charges(Fee.class).filter(Fee::isOnRequest).toList();
    }

    /** A bill of some of them alone, by code: nothing of what is due on each invoice is in it. */
    public Rated rate(Collection<String> codes, LocalDate day) {
        var version = tariff.on(day);
        var book = new Book();
        var once = new Quantity(BigDecimal.ONE, LineUnit.PIECE.name());
        on(day).stream()
                .filter(fee -> codes.contains(fee.terms().code()))
                .forEach(fee -> book.add(
                        fee.terms(),
                        LineUnit.PIECE,
                        fee.price(),
                        1,
                        LineOrigin.of(version, Period.ofDays(day, day), once)));
        return new Rated(book.lines(), rules.rounding());
    }
}
