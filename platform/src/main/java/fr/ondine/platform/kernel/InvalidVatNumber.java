package fr.ondine.platform.kernel;

/** No VAT number: of a form that there is not, or with a wrong key. */
public final class InvalidVatNumber extends DomainException {

    private final String reason;

    InvalidVatNumber(String reason) {
        super("kernel." + reason);
        this.reason = reason;
    }

    /** Which of its rules it breaks. */
    public String reason() {
        return reason;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        // a file may hold a million of them
        return this;
    }
}
