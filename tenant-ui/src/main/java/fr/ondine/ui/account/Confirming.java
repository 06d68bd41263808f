package fr.ondine.ui.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.identity.OwnerAct;
import fr.ondine.platform.identity.OwnerProof;
import fr.ondine.platform.identity.OwnerProofOver;
import fr.ondine.ui.identity.FranceConnectButton;
import fr.ondine.ui.security.OwnerShown;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PasskeyPrompt;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a page asks its person to show once more that it is they, by any way in that they have: beside the form by the
 * password, before it by FranceConnect or a passkey. What was typed is there again when they come back.
 */
public final class Confirming extends Div {

    private final transient OwnWays ways;
    private final OwnerAct act;
    private final @Nullable UUID contract;
    private final TextField password;
    private final Div place = new Div();
    private final Div others = new Div();
    private @Nullable OwnerProof proof;
    private @Nullable Form waiting;

    Confirming(OwnWays ways, OwnerAct act, @Nullable UUID contract, TextField password) {
        this.ways = ways;
        this.act = act;
        this.contract = contract;
        this.password = password;
        this.proof = OwnerShown.find(ways.user().userId(), act).orElse(null);
        others.addClassNames("column", "otherwise");
        getElement().setAttribute("data-keeps", "");
        fill();
    }

    /** What stands in the form where others ask for the password. */
    public Div place() {
        return place;
    }

    /** Shows the form as soon as its person may send it. */
    public Confirming before(Form form) {
        OwnerShown.failure(act).ifPresent(why -> add(failed(why)));
        if (proof != null) {
            add(form);
        } else if (ways.password()) {
            add(form, others);
            offer("account.confirm.or");
        } else {
            add(others);
            offer("account.confirm.first");
            waiting = form;
        }
        return this;
    }

    /** Does what the form is for, as whoever showed it: by the password that was typed, or by what was shown before. */
    public void confirmed(Consumer<String> byPassword, Consumer<OwnerProof> byProof) {
        if (proof == null) {
            byPassword.accept(password.value());
            return;
        }
        try {
            byProof.accept(proof);
            OwnerShown.forget();
        } catch (OwnerProofOver over) {
            OwnerShown.forget();
            add(others);
            offer("account.confirm.again");
            throw over;
        }
    }

    private void fill() {
        place.removeAll();
        if (proof == null) {
            place.add(password);
        } else {
            place.add(Notice.plain(Tone.GOOD, say("account.confirm.done")).announced());
        }
    }

    private void offer(String words) {
        others.removeAll();
        if (!ways.hasOthers()) {
            if (!ways.password()) {
                others.add(new ChoosePassword());
            }
            return;
        }
        others.add(new Paragraph(say(words)));
        if (ways.franceConnect()) {
            others.add(FranceConnectButton.proving(ways.pictures(), act, contract));
        }
        if (ways.franceConnect() && ways.passkey()) {
            others.add(FranceConnectButton.or());
        }
        if (ways.passkey()) {
            others.add(byPasskey());
        }
    }

    private Div byPasskey() {
        var told = new Div();
        var use = Button.secondary(say("account.confirm.passkey")).wide().onPress(() -> {
            var asked = ways.passkeys().askOwner(ways.user(), ways.host());
            PasskeyPrompt.show(
                    asked,
                    answer -> shown(ways.passkeys().prove(ways.user(), act, asked.question(), answer)),
                    sentence -> {
                        told.removeAll();
                        told.add(Notice.plain(Tone.WARN, sentence).announced());
                    });
        });
        return new Div(told, use);
    }

    private void shown(OwnerProof fresh) {
        proof = fresh;
        fill();
        others.removeFromParent();
        if (waiting != null) {
            add(waiting);
        }
        Page.focus(place);
    }

    private static Notice failed(String why) {
        var key = "account.confirm."
                + switch (why) {
                    case "abandon" -> "given-up";
                    case "indisponible" -> "away";
                    case "autre" -> "another";
                    case "trop" -> "too-many";
                    default -> "failed";
                };
        return new Notice(Tone.WARN, say(key), say(key + ".next")).announced();
    }

    private static String say(String key) {
        return I18NProvider.translate(key);
    }
}
