package fr.ondine.ui.identity;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.identity.OwnerAct;
import fr.ondine.platform.identity.franceconnect.OfficialButton;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.ui.security.OwnerAtFranceConnect;
import fr.ondine.ui.shell.StateButton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The button by which people know FranceConnect everywhere, and the question that stands below it everywhere. */
public final class FranceConnectButton extends StateButton {

    private static final String START = "/connexion/franceconnect";
    private static final String WHAT_IT_IS = "https://franceconnect.gouv.fr/";

    public FranceConnectButton(OfficialButton pictures) {
        this(pictures, "");
    }

    private FranceConnectButton(OfficialButton pictures, String wish) {
        super("identity.franceconnect", START + wish, WHAT_IT_IS);
        picture("official", pictures.isThere());
    }

    /** What stands between it and the other way in. */
    public static Paragraph or() {
        return between(I18NProvider.translate("identity.franceconnect.or"));
    }

    /** For whoever follows a mailed link, which it takes along. */
    static FranceConnectButton confirming(OfficialButton pictures, RawToken link) {
        return new FranceConnectButton(pictures, "?jeton=" + URLEncoder.encode(link.value(), StandardCharsets.UTF_8));
    }

    /** For who is signed in and shows once more that it is they; {@code contract} is the one that their page is about. */
    public static FranceConnectButton proving(OfficialButton pictures, OwnerAct act, @Nullable UUID contract) {
        return new FranceConnectButton(pictures, OwnerAtFranceConnect.wish(act, contract));
    }

    /** For whom FranceConnect takes for somebody else, and asks anew. */
    static Anchor forAnother(String text) {
        var way = new Anchor(START + "?autre", text);
        way.setRouterIgnore(true);
        return way;
    }
}
