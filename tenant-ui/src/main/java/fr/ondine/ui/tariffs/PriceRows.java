package fr.ondine.ui.tariffs;

import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.tariffs.PriceEntry;
import fr.ondine.ui.shell.Form;
import java.util.List;

/** The fields in which the prices of a charge are typed. */
abstract class PriceRows extends Div {

    /** What was typed; what cannot be read is refused beside its field. */
    abstract List<PriceEntry> entries(Form form);
}
