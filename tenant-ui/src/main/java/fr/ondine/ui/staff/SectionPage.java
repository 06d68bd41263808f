package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.platform.staff.PortalConfiguration.InForce;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.tenantconfig.TenantConfigReader;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Field;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of the configuration that is edited: a change is shown before it is put in force, from what was in force then. */
abstract class SectionPage extends Page implements BeforeEnterObserver {

    final transient PortalConfiguration configuration;
    final transient SignedInStaff signedIn;
    private final Div told = new Div();
    private final Div change = column();
    private transient InForce base = new InForce(0, "");
    private String path = "";

    SectionPage(String title, PortalConfiguration configuration, SignedInStaff signedIn) {
        super(title);
        this.configuration = configuration;
        this.signedIn = signedIn;
    }

    /** What the person edits, filled with what is in force. */
    abstract Component content(TenantConfig now, String yaml);

    /** The preview that stands on the page; most pages have one only beside a change. */
    Optional<PreviewCard> standing() {
        return Optional.empty();
    }

    /** What to know before one text takes the place of the other. */
    Optional<Notice> warning(String now, String then) {
        return Optional.empty();
    }

    /** What the address says beside the page. */
    void arrived(BeforeEnterEvent arrival) {}

    @Override
    public final void beforeEnter(BeforeEnterEvent arrival) {
        path = arrival.getLocation().getPath();
        told.removeAll();
        arrived(arrival);
        show();
    }

    private void show() {
        base = configuration.inForce(signedIn.get());
        clear();
        change.removeAll();
        var content = content(TenantConfigReader.read(base.yaml()), base.yaml());
        content.getElement().addEventListener("change", edited -> outdate());
        var page = column(new Sections(path), told, change, content);
        standing().ifPresent(page::add);
        add(page);
    }

    /** Takes back what was shown to be put in force: it is no longer what the page holds. */
    private void outdate() {
        if (change.getChildren().findAny().isPresent()) {
            change.removeAll();
            told.removeAll();
            told.add(Notice.plain(Tone.WARN, say("staff.configuration.edited")).announced());
        }
    }

    /** The text to change, as it was in force when the page was filled. */
    final String yaml() {
        return base.yaml();
    }

    /** Shows what that text changes, with the button that puts it in force; a refusal is said beside its field. */
    final void compare(Form form, String yaml, Map<String, ? extends Field> fields) {
        told.removeAll();
        change.removeAll();
        try {
            var changes = configuration.difference(signedIn.get(), yaml);
            var card = new ChangeCard(changes, reason -> apply(yaml, reason));
            warning(base.yaml(), yaml).ifPresent(change::add);
            change.add(card);
            if (!changes.isEmpty()) {
                signedIn.prepare(yaml);
                standing().ifPresentOrElse(PreviewCard::again, () -> change.add(new PreviewCard()));
            }
            card.getElement().setAttribute("tabindex", "-1").executeJs("setTimeout(() => this.focus())");
        } catch (InvalidConfiguration refused) {
            refuse(form, refused, fields);
        }
    }

    /** Reads the text as it is being edited, or says beside the fields why it is no configuration. */
    final @Nullable TenantConfig draft(Form form, String yaml, Map<String, ? extends Field> fields) {
        try {
            return TenantConfigReader.read(yaml);
        } catch (InvalidConfiguration refused) {
            refuse(form, refused, fields);
            return null;
        }
    }

    private void refuse(Form form, InvalidConfiguration refused, Map<String, ? extends Field> fields) {
        refused.refusals()
                .forEach(refusal -> fields.entrySet().stream()
                        .filter(field -> isAt(field.getKey(), refusal.path()))
                        .findFirst()
                        .ifPresentOrElse(
                                field -> form.refuse(field.getValue(), sentence(refusal.reason(getLocale()))),
                                () -> form.refuse(refusal.sentence(getLocale()))));
    }

    /** Whether a value is the one that a field holds, or lies in it: {@code words.claim-key} is not in {@code words.claim}. */
    private static boolean isAt(String field, String path) {
        return path.equals(field) || path.startsWith(field + ".") || path.startsWith(field + "[");
    }

    private void apply(String yaml, String reason) {
        told.removeAll();
        try {
            configuration.apply(signedIn.get(), base.version(), yaml, reason);
        } catch (InvalidConfiguration noLonger) {
            told.add(Notice.plain(Tone.BAD, String.valueOf(noLonger.getMessage()))
                    .announced());
            return;
        }
        show();
        told.add(Notice.plain(Tone.GOOD, say("staff.configuration.done")).announced());
    }

    private static String sentence(String reason) {
        return Written.here().capitalised(reason);
    }
}
