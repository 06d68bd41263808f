package fr.ondine.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import fr.ondine.platform.factors.ProofNeeded;

/** How a page asks for the second factor again where what was pressed needs it, and goes on with what was entered. */
public abstract class Proofs {

    /** From now on the pages of this browser window ask in this way. */
    public final void standBy(UI ui) {
        ComponentUtil.setData(ui, Proofs.class, this);
    }

    /** A card that asks, and runs {@code then} once it was answered. */
    protected abstract Component ask(Runnable then);

    /** Does the work; where it needs a proof, asks for one below {@code pressed} and then does all of it again. */
    static void around(Component pressed, Runnable work) {
        try {
            work.run();
        } catch (ProofNeeded missing) {
            var proofs = ComponentUtil.getData(UI.getCurrentOrThrow(), Proofs.class);
            if (proofs == null) {
                throw missing;
            }
            askBelow(place(pressed.getElement()), proofs, () -> around(pressed, work));
        }
    }

    private static void askBelow(Element place, Proofs proofs, Runnable again) {
        var asked = new Component[1];
        var card = proofs.ask(() -> {
            asked[0].getElement().removeFromParent();
            again.run();
        });
        asked[0] = card;
        card.addClassName("proof");
        var around = place.getParent();
        around.getChildren()
                .filter(child -> !child.isTextNode() && child.getClassList().contains("proof"))
                .toList()
                .forEach(Element::removeFromParent);
        around.insertChild(around.indexOfChild(place) + 1, card.getElement());
        Page.focus(card);
    }

    /** A form holds no other: the outermost one that was pressed in, or else what was pressed with its row. */
    private static Element place(Element pressed) {
        var place = pressed;
        for (var one = pressed; one != null; one = one.getParent()) {
            if (one.getTag().equals("form") || one.getClassList().contains("row") && place == pressed) {
                place = one;
            }
        }
        return place;
    }
}
