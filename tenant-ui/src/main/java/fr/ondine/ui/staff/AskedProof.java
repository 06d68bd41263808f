package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.staff.StaffProof;
import fr.ondine.ui.factors.FactorFields;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.PasskeyPrompt;
import fr.ondine.ui.shell.Proofs;
import fr.ondine.ui.shell.Tone;

/** Asks a person of the staff for a code of their application or a passkey, and keeps in the session that it was given. */
final class AskedProof extends Proofs {

    private final StaffProof proof;
    private final SignedInStaff signedIn;

    AskedProof(StaffProof proof, SignedInStaff signedIn) {
        this.proof = proof;
        this.signedIn = signedIn;
    }

    @Override
    protected Component ask(Runnable then) {
        var byApplication = proof.hasApplication(signedIn.get());
        var code = byApplication
                ? FactorFields.code(say("console.sign-in.code")).help(say("staff.proof.help"))
                : FactorFields.code(say("staff.recovery")).help(say("staff.proof.recovery.help"));
        var form = new Form(code, Button.submit(say("staff.proof.send"))).onSubmit(() -> {
            signedIn.become(proof.prove(signedIn.get(), code.value()));
            then.run();
        });
        var byPasskey = proof.hasPasskey(signedIn.get(), PasskeyPrompt.host());
        var how = !byApplication ? "by-passkey" : byPasskey ? "by-either" : "by-code";
        var card = new Card(say("staff.proof.title"), new Paragraph(say("staff.proof." + how)));
        if (byPasskey) {
            var told = new Div();
            card.add(told, Button.secondary(say("staff.passkeys.use")).onPress(() -> byPasskey(then, told)));
        }
        card.add(form);
        return card;
    }

    private void byPasskey(Runnable then, Div told) {
        var asked = proof.ask(signedIn.get(), PasskeyPrompt.host());
        PasskeyPrompt.show(
                asked,
                answer -> {
                    signedIn.become(proof.prove(signedIn.get(), asked.question(), answer));
                    then.run();
                },
                sentence -> {
                    told.removeAll();
                    told.add(Notice.plain(Tone.WARN, sentence).announced());
                });
    }

    private static String say(String key) {
        return I18NProvider.translate(key);
    }
}
