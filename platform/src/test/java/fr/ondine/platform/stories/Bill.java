package fr.ondine.platform.stories;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An invoice or, below zero, a credit note of the billing software, in two lines of one rate. */
final class Bill {

    private static final BigDecimal RATE = new BigDecimal("0.055");

    final String number;
    final Party party;
    final String printed;
    final String kind;
    final long net;
    final LocalDate issued;
    final @Nullable LocalDate from;
    final @Nullable Bill corrects;
    /** What was used, where that is what is billed; in cubic metres. */
    final long used;

    boolean isTold;
    /** What staff took back of it at the portal, as they tell whoever runs the software. */
    long creditedHere;

    Bill(Software.Mark mark, String kind, long net, int days, @Nullable Bill corrects) {
        this(mark, kind, net, days, corrects, 0);
    }

    private Bill(Software.Mark mark, String kind, long net, int days, @Nullable Bill corrects, long used) {
        this.number = mark.number();
        this.party = mark.party();
        this.printed = mark.party().number;
        this.kind = kind;
        this.net = net;
        this.issued = mark.today();
        this.used = used;
        this.from = days == 0 ? null : mark.today().minusDays(days);
        this.corrects = corrects;
    }

    /** By a reading: water, sewerage, and what is due without any use. */
    static Bill ofUse(Software.Mark mark, long used, int days) {
        return new Bill(mark, "reelle", used * (LeakCase.WATER + LeakCase.SEWERAGE) + LeakCase.FIXED, days, null, used);
    }

    long vat() {
        return vat(net);
    }

    static long vat(long net) {
        return BigDecimal.valueOf(net)
                .multiply(RATE)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    long total() {
        return net + vat();
    }

    boolean isCredit() {
        return kind.equals("avoir");
    }

    String row() {
        var until = from == null ? "" : issued.minusDays(1).toString();
        return String.join(
                ";",
                number,
                printed,
                party.holder,
                kind,
                issued.toString(),
                issued.plusDays(30).toString(),
                from == null ? "" : from.toString(),
                until,
                used == 0 ? "" : Long.toString(used),
                Cents.text(net),
                Cents.text(vat()),
                Cents.text(total()),
                corrects == null ? "" : corrects.number);
    }

    String lines() {
        if (used > 0) {
            return String.join(
                    "\n",
                    line(1, "eau", "Consommation", LeakCase.WATER),
                    line(2, "assainissement", "Collecte", LeakCase.SEWERAGE),
                    line(3, "Abonnement", LeakCase.FIXED));
        }
        var second = net / 3;
        return line(1, "Consommation", net - second) + "\n" + line(2, "Abonnement", second);
    }

    private String line(int position, String section, String label, long price) {
        return String.join(
                ";",
                number,
                Integer.toString(position),
                section,
                label,
                Long.toString(used),
                "m³",
                Cents.text(price),
                Cents.text(price * used),
                "5,5");
    }

    private String line(int position, String label, long amount) {
        var sign = amount < 0 ? "-1" : "1";
        return String.join(
                ";",
                number,
                Integer.toString(position),
                "eau",
                label,
                sign,
                "forfait",
                Cents.text(Math.abs(amount)),
                Cents.text(amount),
                "5,5");
    }

    @Override
    public String toString() {
        return kind + " " + number + " of " + Cents.text(total());
    }
}
