package fr.ondine.ui.runs;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.runs.ManagedRuns;
import fr.ondine.platform.runs.RunFault;
import fr.ondine.platform.runs.RunKind;
import fr.ondine.platform.runs.RunOrder;
import fr.ondine.platform.runs.RunOrderRefused;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Field;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Orders a billing run, which is then simulated; nothing is asked of anybody by it. */
@Route(value = Addresses.ORDER, layout = StaffLayout.class)
@RolesAllowed("BILL")
class OrderRunView extends Page {

    private static final int ROUNDS = 20;
    private static final int DAYS_TO_PAY = 30;

    private final transient ManagedRuns runs;
    private final transient SignedInStaff signedIn;
    private final Choice<RunKind> kind =
            new Choice<>("nature", say("runs.kind"), List.of(RunKind.values()), one -> RunWords.of("kind.choice", one));
    private final DayField from = new DayField("du", say("runs.order.from"));
    private final DayField lastDay = new DayField("au", say("runs.order.last-day"));
    private final DayField readUntil =
            new DayField("releves", say("runs.order.read-until")).help(say("runs.order.read-until.help"));
    private final DayField issuedOn = new DayField("emission", say("runs.order.issued-on"));
    private final DayField dueOn = new DayField("echeance", say("runs.order.due-on"));
    private final PerimeterFields perimeter;
    private final Form form;

    OrderRunView(ManagedRuns runs, SignedInStaff signedIn, Tenants tenants, Clock clock) {
        super("runs.order.title");
        this.runs = runs;
        this.signedIn = signedIn;
        perimeter = new PerimeterFields(
                runs.rounds(signedIn.get(), ROUNDS),
                tenants.current().contractNumbers().example());
        var today = LocalDate.now(clock);
        issuedOn.initially(today);
        dueOn.initially(today.plusDays(DAYS_TO_PAY));
        form = new Form(
                kind,
                new FieldGroup(say("runs.order.period"), row(from.field(), lastDay.field()), readUntil.field()),
                new FieldGroup(say("runs.order.dates"), row(issuedOn.field(), dueOn.field())),
                perimeter,
                Button.submit(say("runs.order.submit")));
        form.onSubmit(this::order);
        add(new Card(new Paragraph(say("runs.order.what")), form));
        addClassName("order");
    }

    private void order() {
        try {
            var run = runs.order(
                    signedIn.get(),
                    new RunOrder(
                            kind.value(),
                            from.value(),
                            lastDay.value(),
                            readUntil.value(),
                            issuedOn.value(),
                            dueOn.value(),
                            perimeter.kind(),
                            perimeter.typed().value()));
            UI.getCurrentOrThrow().navigate(Addresses.run(run));
        } catch (RunOrderRefused refused) {
            refused.faults().forEach(this::refuse);
        }
    }

    private void refuse(RunFault fault) {
        form.refuse(field(fault.about()), say(fault.code(), fault.arguments().toArray()));
    }

    private Field field(RunFault.About about) {
        return switch (about) {
            case FROM -> from.field();
            case LAST_DAY -> lastDay.field();
            case READ_UNTIL -> readUntil.field();
            case ISSUED_ON -> issuedOn.field();
            case DUE_ON -> dueOn.field();
            case PERIMETER -> perimeter.typed();
        };
    }
}
