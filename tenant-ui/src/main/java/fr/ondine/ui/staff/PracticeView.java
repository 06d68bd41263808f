package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.Feature;
import fr.ondine.tenantconfig.LoginMethod;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.configuration.ChoiceWords;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.CheckField;
import fr.ondine.ui.shell.Field;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;

/** How subscribers sign in, what the portal offers them and where, when they may send a reading and when it is doubted. */
@Route(value = Sections.HOME + "/services", layout = StaffLayout.class)
@RolesAllowed("ADMINISTRATOR")
class PracticeView extends SectionPage {

    private static final String WHOLE_NUMBER = "\\d{1,6}";

    private static final List<String> READINGS = List.of(
            "readings.confirm-below-percent", "readings.confirm-above-percent", "readings.refuse-above-percent");

    private static final String WINDOWS = "readings.windows";

    PracticeView(PortalConfiguration configuration, SignedInStaff signedIn) {
        super("staff.section.services", configuration, signedIn);
    }

    @Override
    Component content(TenantConfig now, String yaml) {
        return columns(
                column(
                        choices("features", List.of(Feature.values()), now.features()),
                        choices("login", List.of(LoginMethod.values()), now.login())),
                column(readings(now), hosts(now)));
    }

    private Card hosts(TenantConfig now) {
        var hosts = Lines.field("hosts", say("staff.hosts.which"), now.hosts()).help(say("staff.hosts.help"));
        var form = new Form(hosts, Button.submit(say("staff.configuration.compare")));
        form.onSubmit(() -> compare(
                form,
                new ConfigurationEdit(yaml()).with("hosts", Lines.of(hosts)).yaml(),
                Map.of("hosts", hosts)));
        return new Card(say("staff.hosts"), form);
    }

    private <E extends Enum<E>> Card choices(String path, List<E> all, List<E> chosen) {
        var boxes = new LinkedHashMap<String, CheckField>();
        all.forEach(one -> boxes.put(
                written(one),
                new CheckField(path + "-" + written(one), ChoiceWords.of(path, one)).initially(chosen.contains(one))));
        var form = new Form(boxes.values().toArray(Component[]::new));
        form.add(Button.submit(say("staff.configuration.compare")));
        form.onSubmit(() -> compare(
                form, new ConfigurationEdit(yaml()).with(path, ticked(boxes)).yaml(), Map.of(path, first(boxes))));
        return new Card(say("staff." + path), form);
    }

    private static List<String> ticked(Map<String, CheckField> boxes) {
        return boxes.entrySet().stream()
                .filter(box -> box.getValue().isTicked())
                .map(Entry::getKey)
                .toList();
    }

    private static Field first(Map<String, CheckField> boxes) {
        return boxes.values().iterator().next();
    }

    private Card readings(TenantConfig now) {
        var rules = now.readings();
        var values = List.of(rules.confirmBelowPercent(), rules.confirmAbovePercent(), rules.refuseAbovePercent());
        var fields = new LinkedHashMap<String, TextField>();
        for (var at = 0; at < READINGS.size(); at++) {
            fields.put(READINGS.get(at), percent(READINGS.get(at)).initially("" + values.get(at)));
        }
        var windows = WindowLines.field("readings-windows", rules.windows());
        var form = new Form(windows);
        form.add(fields.values().toArray(Component[]::new));
        form.add(Button.submit(say("staff.configuration.compare")));
        form.onSubmit(() -> WindowLines.unread(windows)
                .ifPresentOrElse(
                        line -> form.refuse(windows, say("staff.readings.windows.unread", line)),
                        () -> compareReadings(form, windows, fields)));
        return new Card(say("staff.readings"), form);
    }

    private void compareReadings(Form form, TextField windows, Map<String, TextField> percents) {
        var edit = written(percents);
        var chosen = WindowLines.of(windows);
        var fields = new LinkedHashMap<>(percents);
        fields.put(WINDOWS, windows);
        compare(form, (chosen.isEmpty() ? edit.without(WINDOWS) : edit.with(WINDOWS, chosen)).yaml(), fields);
    }

    private TextField percent(String path) {
        return TextField.text(path.replace('.', '-'), say("staff." + path))
                .attribute("inputmode", "numeric")
                .required();
    }

    private ConfigurationEdit written(Map<String, TextField> fields) {
        var edit = new ConfigurationEdit(yaml());
        fields.forEach((path, field) -> {
            var typed = field.value().strip();
            edit.with(path, typed.matches(WHOLE_NUMBER) ? Integer.valueOf(typed) : typed);
        });
        return edit;
    }

    private static String written(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
