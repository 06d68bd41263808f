package fr.ondine.ui.shell;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Volume;

/** The figure that a card is about, and the largest thing on it. */
public class Amount extends Paragraph {

    public Amount(Money money) {
        this(Written.money(money));
    }

    public Amount(Volume volume) {
        this(Written.volume(volume));
    }

    /** To the litre, where what is paid is found from it. */
    public static Amount exactly(Volume volume) {
        return new Amount(Written.here().volume(volume));
    }

    private Amount(String text) {
        super(text);
        addClassName("amount");
    }

    /** The same, on a card that is not the main one. */
    public Amount medium() {
        addClassName("medium");
        return this;
    }
}
