package fr.ondine.ui.staff;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.factors.StrongPasswords;
import fr.ondine.platform.staff.StaffCredentials;
import fr.ondine.platform.staff.StaffPasskeys;
import fr.ondine.platform.staff.StaffProConnect;
import fr.ondine.platform.staff.proconnect.ProConnectClient;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.factors.FactorFields;
import fr.ondine.ui.factors.RecoveryCard;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.NewPasswordFields;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;

/** A person's own access: another password or second factor, which end every other session. */
@Route(value = "gestion/mon-compte", layout = StaffLayout.class)
@RolesAllowed("OWN_ACCOUNT")
class StaffAccountView extends Page {

    private final transient StaffCredentials credentials;
    private final transient SignedInStaff signedIn;
    private final Div told = new Div();
    private final Div password = new Div();
    private final Card factor;

    StaffAccountView(
            StaffCredentials credentials,
            StaffPasskeys passkeys,
            StaffProConnect proConnect,
            ProConnectClient client,
            SignedInStaff signedIn,
            Tenants tenants) {
        super("console.account.title");
        this.credentials = credentials;
        this.signedIn = signedIn;
        password.add(password());
        factor = new Card(
                say("console.account.factor"),
                new Paragraph(say("console.account.factor.what")),
                Button.secondary(say("console.account.factor.change")).onPress(this::askFactor));
        var zone = tenants.current().zone();
        var own = column(new Card(who()), factor, new PasskeysCard(passkeys, signedIn, zone));
        if (client.isOffered() || proConnect.linkedAt(signedIn.get()).isPresent()) {
            own.add(new ProConnectCard(proConnect, signedIn, zone));
        }
        add(column(told, columns(column(new Card(say("console.account.password"), password)), own)));
    }

    private Definitions who() {
        var staff = signedIn.get();
        return new Definitions()
                .with(say("staff.team.name"), staff.displayName())
                .with(say("staff.team.email"), staff.email())
                .with(
                        say("staff.team.role"),
                        say("staff.role." + staff.role().name().toLowerCase(Locale.ROOT)));
    }

    private Form password() {
        var current = current("password");
        var fresh = new NewPasswordFields("console.password.new", StrongPasswords.LEAST);
        var form = new Form(current, fresh, Button.submit(say("console.account.password.change")));
        return form.onSubmit(() -> {
            signedIn.become(credentials.changePassword(signedIn.get(), current.value(), fresh.value()));
            password.removeAll();
            password.add(password());
            told.removeAll();
            told.add(Notice.plain(Tone.GOOD, say("console.account.password.done"))
                    .announced());
        });
    }

    private void askFactor() {
        var fresh = credentials.freshFactor(signedIn.get());
        var current = current("password-for-factor");
        var fields = new FactorFields(fresh);
        factor.removeAll();
        factor.add(new H2(say("console.account.factor")));
        factor.add(new Form(current, fields, Button.submit(say("console.account.factor.send"))).onSubmit(() -> {
            var changed = credentials.changeFactor(signedIn.get(), current.value(), fresh, fields.typed());
            signedIn.become(changed.staff());
            factor.removeAll();
            factor.add(new RecoveryCard(
                    say("console.account.factor.done"),
                    changed.recoveryCodes(),
                    ActionLink.primary("/gestion", say("staff.sign-in.title"))));
        }));
        focus(factor);
    }

    private TextField current(String name) {
        return TextField.password(name, say("console.password.current"), "current-password")
                .required()
                .explains("factors.password-wrong");
    }
}
