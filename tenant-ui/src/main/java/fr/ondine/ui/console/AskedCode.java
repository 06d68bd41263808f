package fr.ondine.ui.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.operators.OperatorProof;
import fr.ondine.ui.factors.FactorFields;
import fr.ondine.ui.security.SignedInOperator;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Proofs;

/** Asks an operator for a code of their application, and keeps in the session that it was given. */
final class AskedCode extends Proofs {

    private final OperatorProof proof;
    private final SignedInOperator signedIn;

    AskedCode(OperatorProof proof, SignedInOperator signedIn) {
        this.proof = proof;
        this.signedIn = signedIn;
    }

    @Override
    protected Component ask(Runnable then) {
        var code = FactorFields.code(Words.text("console.sign-in.code")).help(Words.text("console.proof.help"));
        var form = new Form(code, Button.submit(Words.text("console.proof.send"))).onSubmit(() -> {
            signedIn.become(proof.prove(signedIn.get(), code.value()));
            then.run();
        });
        return new Card(Words.text("console.proof.title"), new Paragraph(Words.text("console.proof.what")), form);
    }
}
