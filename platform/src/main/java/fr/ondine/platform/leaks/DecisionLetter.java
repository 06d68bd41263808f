package fr.ondine.platform.leaks;

import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What was decided, as it goes on paper; read by the template of letters.
 *
 * @param contract its number as it is printed
 * @param address the lines to whom and where it is sent, the name first
 */
public record DecisionLetter(
        boolean isGranted, String contract, List<String> address, List<String> paragraphs, LocalDate sentOn) {

    public DecisionLetter {
        address = List.copyOf(address);
        paragraphs = List.copyOf(paragraphs);
    }

    public String heading() {
        return isGranted ? "leak.granted" : "leak.refused";
    }

    /** Nothing is asked for. */
    public List<String> lines() {
        return List.of();
    }

    public Money amount() {
        return Money.zero();
    }
}
