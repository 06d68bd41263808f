package fr.ondine.ui.provider;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.provider.ClientKind;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.provider.ClientWish;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.CheckField;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What an administrator says of a program that is to be let in. */
final class ProgramForm extends Form {

    private final TextField name;
    private final Choice<ClientKind> kind;
    private final Map<ClientScope, CheckField> scopes = new EnumMap<>(ClientScope.class);
    private final TextField redirects;
    private final TextField keys;
    private final Map<ClientKind, FieldGroup> groups = new EnumMap<>(ClientKind.class);
    private final Div permitted = new Div();

    ProgramForm() {
        name = TextField.text("name", getTranslation("provider.programs.name"))
                .autocomplete("off")
                .required()
                .explains("provider.client-name");
        kind = new Choice<>("kind", getTranslation("provider.programs.kind"), List.of(ClientKind.values()), this::word)
                .onChoice(this::permit);
        redirects = TextField.paragraphs("redirects", getTranslation("provider.programs.redirects"))
                .help(getTranslation("provider.programs.redirects.help"))
                .explains(
                        "provider.client-redirect",
                        "provider.client-redirect-missing",
                        "provider.client-redirect-of-machine");
        keys = TextField.paragraphs("keys", getTranslation("provider.programs.keys"))
                .help(getTranslation("provider.programs.keys.help"))
                .explains("provider.client-keys", "provider.client-keys-private");
        for (var one : ClientKind.values()) {
            groups.put(one, group(ClientScope.of(one)));
        }
        permit(kind.value());
        add(name, kind, permitted, keys, Button.submit(getTranslation("provider.programs.register")));
    }

    private FieldGroup group(List<ClientScope> all) {
        all.forEach(scope -> scopes.put(scope, new CheckField("scope-" + scope.ordinal(), word(scope.word()))));
        box(all.getFirst()).explains("provider.client-scopes");
        return new FieldGroup(
                getTranslation("provider.programs.scopes"),
                all.stream().map(this::box).toArray(Component[]::new));
    }

    private CheckField box(ClientScope scope) {
        return Objects.requireNonNull(scopes.get(scope));
    }

    /** Asks for what is of that kind, and nothing else. */
    private void permit(ClientKind chosen) {
        permitted.removeAll();
        permitted.add(Objects.requireNonNull(groups.get(chosen)));
        if (chosen == ClientKind.APPLICATION) {
            permitted.add(redirects);
        }
    }

    ClientWish wish() {
        var chosen = kind.value();
        var ticked = ClientScope.of(chosen).stream()
                .filter(scope -> box(scope).isTicked())
                .collect(Collectors.toSet());
        var pasted = keys.value().strip();
        return new ClientWish(
                name.value(),
                chosen,
                ticked,
                chosen == ClientKind.APPLICATION ? redirects.value().lines().toList() : List.of(),
                pasted.isEmpty() ? null : pasted);
    }

    void clear() {
        name.clear();
        kind.clear();
        permit(kind.value());
        scopes.values().forEach(CheckField::clear);
        redirects.clear();
        keys.clear();
    }

    /** What a scope lets a program do. */
    static String word(String scope) {
        return I18NProvider.translate("provider.programs.scope." + scope.replace(':', '-'), scope);
    }

    private String word(ClientKind one) {
        return getTranslation("provider.kind." + one.name().toLowerCase(Locale.ROOT));
    }
}
