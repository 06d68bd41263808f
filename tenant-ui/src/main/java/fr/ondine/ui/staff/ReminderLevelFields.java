package fr.ondine.ui.staff;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.ReminderLevel;
import fr.ondine.tenantconfig.ReminderLevel.Channel;
import fr.ondine.tenantconfig.ReminderStep;
import fr.ondine.tenantconfig.ReminderText;
import fr.ondine.tenantconfig.Reminders;
import fr.ondine.ui.configuration.ChoiceWords;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Field;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** When and how one letter to those who have not paid goes, and what it says. */
final class ReminderLevelFields {

    private final String path;
    private final ReminderStep step;
    private final String usual;
    private final boolean wasSent;
    private final Choice<Optional<Channel>> channel;
    private final TextField days;
    private final TextField minimum;
    private final TextField text;

    ReminderLevelFields(ReminderStep step, Reminders now, Locale language) {
        this.step = step;
        path = "reminders." + step.name().toLowerCase(Locale.ROOT).replace('_', '-');
        usual = ReminderText.usual(step, language);
        var level = now.level(step);
        wasSent = level.isPresent();
        channel = new Choice<>(id("channel"), say("staff.reminders.channel"), channels(), this::words)
                .initially(level.map(ReminderLevel::channel));
        days = TextField.digits(id("days"), say("staff.reminders.days"))
                .initially(String.valueOf(
                        level.map(ReminderLevel::daysAfterDue).orElse(step == ReminderStep.REMINDER ? 15 : 45)));
        minimum = TextField.text(id("minimum"), say("staff.reminders.minimum"))
                .attribute("inputmode", "decimal")
                .initially(
                        level.map(one -> one.minimum().value()).orElse("5.00").replace('.', ','));
        text = TextField.paragraphs(id("text"), say("staff.reminders.text"))
                .attribute("rows", "12")
                .help(say(
                        "staff.reminders.text.help",
                        String.join(", ", ReminderText.PLACES),
                        "{cette facture|ces factures}"))
                .initially(now.text(step, language));
    }

    FieldGroup group() {
        return new FieldGroup(say("staff." + path), channel, days, minimum, text);
    }

    Map<String, Field> at() {
        var fields = new LinkedHashMap<String, Field>();
        fields.put(path + ".channel", channel);
        fields.put(path + ".days-after-due", days);
        fields.put(path + ".minimum", minimum);
        fields.put(path + ".text", text);
        fields.put(path, days);
        return fields;
    }

    boolean isSent() {
        return channel.value().isPresent();
    }

    void into(ConfigurationEdit edit) {
        var chosen = channel.value();
        if (chosen.isEmpty()) {
            if (wasSent) {
                edit.without(path);
            }
            return;
        }
        edit.with(path + ".days-after-due", WholeNumbers.written(days.value()))
                .with(path + ".channel", chosen.get())
                .with(path + ".minimum", Euros.written(minimum.value()));
        var typed = Lines.text(text);
        if (typed.isEmpty() || typed.equals(usual)) {
            edit.without(path + ".text");
        } else {
            edit.with(path + ".text", typed);
        }
    }

    private String words(Optional<Channel> one) {
        return one.map(known -> ChoiceWords.of(path + ".channel", known)).orElseGet(() -> say("staff.reminders.none"));
    }

    private static List<Optional<Channel>> channels() {
        var all = new ArrayList<Optional<Channel>>();
        all.add(Optional.empty());
        for (var one : Channel.values()) {
            all.add(Optional.of(one));
        }
        return all;
    }

    private String id(String field) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + field;
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
