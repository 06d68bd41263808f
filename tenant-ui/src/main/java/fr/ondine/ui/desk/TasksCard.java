package fr.ondine.ui.desk;

import static fr.ondine.ui.desk.DeskWords.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.holders.HolderView;
import fr.ondine.ui.readings.ReadingLinks;
import fr.ondine.ui.shell.Card;

/** What staff may do for an agreement, each on its own page. */
final class TasksCard extends Card {

    TasksCard(AgreementId agreement, boolean hasKeys, boolean isSeen, CurrentStaff who) {
        super(say("desk.tasks"));
        var account = Addresses.account(agreement);
        var mayServe = who.may(StaffPermission.SERVE);
        var tasks = new UnorderedList(task(mayServe ? "reading" : "readings", ReadingLinks.ofContract(agreement)));
        if (mayServe) {
            tasks.add(task("holder", HolderView.of(agreement)));
        }
        tasks.add(task("plan", account + "/mensualisation"));
        if (mayServe) {
            tasks.add(task("form", account + "/envoi"));
        }
        if (hasKeys && mayServe) {
            tasks.add(task("key", account + "/cle"));
        }
        if (who.may(StaffPermission.BILL)) {
            tasks.add(task("fee", account + "/facturer"));
            tasks.add(task("reminders", account + "/relances"));
        }
        if (isSeen && who.may(StaffPermission.SEE_AS)) {
            tasks.add(task("see-as", account + "/voir"));
        }
        add(tasks);
    }

    private static ListItem task(String what, String address) {
        return new ListItem(new Anchor(address, say("desk.tasks." + what)));
    }
}
