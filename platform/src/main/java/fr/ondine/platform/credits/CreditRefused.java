package fr.ondine.platform.credits;

import fr.ondine.platform.kernel.DomainException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A credit note that cannot be: of a credit note, of nothing that is left or asked, of more than a line has, of no amount, or without a reason. */
public final class CreditRefused extends DomainException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Integer line;

    private CreditRefused(@Nullable Integer line, String code, Object... arguments) {
        super(code, arguments);
        this.line = line;
    }

    /** The position of the line that it is about; empty where it is about the whole. */
    public Optional<Integer> line() {
        return Optional.ofNullable(line);
    }

    static CreditRefused ofCreditNote() {
        return new CreditRefused(null, "credits.of-credit-note");
    }

    /** Of an estimate that a later invoice has taken back already: that one is to be corrected. */
    static CreditRefused takenBack() {
        return new CreditRefused(null, "credits.taken-back");
    }

    /** Of an estimate: the next invoice by a reading takes all of it back. */
    static CreditRefused partOfEstimate() {
        return new CreditRefused(null, "credits.part-of-estimate");
    }

    static CreditRefused nothingLeft() {
        return new CreditRefused(null, "credits.nothing-left");
    }

    static CreditRefused nothingAsked() {
        return new CreditRefused(null, "credits.nothing-asked");
    }

    static CreditRefused tooMuch(CreditableLine line) {
        return new CreditRefused(line.position(), "credits.too-much", line.label(), line.left());
    }

    static CreditRefused unreadable(CreditableLine line, String typed) {
        return new CreditRefused(line.position(), "credits.unreadable", typed);
    }

    static CreditRefused withoutReason() {
        return new CreditRefused(null, "credits.reason-missing");
    }
}
