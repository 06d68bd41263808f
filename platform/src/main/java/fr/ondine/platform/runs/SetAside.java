package fr.ondine.platform.runs;

/** Ends the billing of one agreement; it has no stack, because thousands of them are nothing out of the ordinary. */
final class SetAside extends RuntimeException {

    private final transient Parked why;

    SetAside(ParkingReason reason, Object detail) {
        super(reason.name(), null, false, false);
        this.why = new Parked(reason, String.valueOf(detail));
    }

    Parked why() {
        return why;
    }
}
