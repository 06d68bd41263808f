package fr.ondine.ui.claims;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.customers.ClaimAttempt;
import fr.ondine.platform.customers.ClaimProofs;
import fr.ondine.platform.customers.ImpossibleContractNumber;
import fr.ondine.platform.customers.ProofOutcome;
import fr.ondine.platform.customers.ProofOutcome.MoreNeeded;
import fr.ondine.platform.customers.ProofOutcome.NotRecognised;
import fr.ondine.platform.customers.ProofOutcome.Proven;
import fr.ondine.platform.customers.ProofOutcome.Stuck;
import fr.ondine.platform.customers.ProofOutcome.TooMany;
import fr.ondine.platform.customers.ProvenClaim;
import fr.ondine.platform.identity.UserId;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for a contract number and a proof, for a second proof where the first falls short, and goes on when that is enough. */
class ClaimForm extends Div {

    private final transient ClaimProofs proofs;
    private final transient Pauses pauses;
    private final transient TenantConfig utility;
    private final transient @Nullable UserId by;
    private final transient Consumer<ProvenClaim> next;

    ClaimForm(
            ClaimProofs proofs, Pauses pauses, TenantConfig utility, @Nullable UserId by, Consumer<ProvenClaim> next) {
        this.proofs = proofs;
        this.pauses = pauses;
        this.utility = utility;
        this.by = by;
        this.next = next;
        add(first());
    }

    private Form first() {
        var numbers = utility.contractNumbers();
        var number = TextField.text("contrat", utility.words().contractNumber())
                .help(getTranslation("claims.help.contract-number", numbers.example()))
                .attribute("inputmode", numbers.isNumeric() ? "numeric" : "text")
                .autocomplete("off")
                .required()
                .explains(ImpossibleContractNumber.CODE);
        var proof = new ProofField(utility, utility.claims().proofs());
        var form = new Form(number, proof, Button.submit(utility.words().claimSubmit()));
        return form.onSubmit(() -> follow(
                form,
                proofs.prove(new ClaimAttempt(number.value(), proof.proof(), proof.value(), by), SignedIn.visitor())));
    }

    private void follow(Form form, ProofOutcome outcome) {
        switch (outcome) {
            case Proven proven -> next.accept(proven.claim());
            case MoreNeeded more -> askMore(more);
            case NotRecognised unknown -> form.refuse(getTranslation("claims.not-recognised"));
            case TooMany stopped -> form.refuse(pauses.words(stopped.pause()));
            case Stuck stuck -> say(getTranslation("claims.stuck"), getTranslation("claims.stuck.call"));
        }
    }

    private void askMore(MoreNeeded more) {
        var proof = new ProofField(utility, more.oneOf());
        var form = new Form(proof, Button.submit(getTranslation("claims.more.send")));
        form.onSubmit(() ->
                follow(form, proofs.proveFurther(more.claim(), proof.proof(), proof.value(), SignedIn.visitor())));
        removeAll();
        add(new Notice(Tone.INFO, getTranslation("claims.more"), getTranslation("claims.more.why")).announced());
        add(form, new Paragraph(getTranslation("claims.more.none")));
        add(Button.secondary(getTranslation("claims.more.without"))
                .onPress(() -> follow(form, proofs.withoutFurtherProof(more.claim()))));
    }

    private void say(String title, String text) {
        removeAll();
        add(new Notice(Tone.WARN, title, text).announced());
    }
}
