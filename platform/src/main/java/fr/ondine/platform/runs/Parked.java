package fr.ondine.platform.runs;

/**
 * Set aside.
 *
 * @param detail what a clerk has to know beside the reason, in the words of the domain (a day, litres, a code)
 */
record Parked(ParkingReason reason, String detail) implements Outcome {

    static Parked because(ParkingReason reason) {
        return new Parked(reason, "");
    }
}
