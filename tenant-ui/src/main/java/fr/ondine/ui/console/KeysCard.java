package fr.ondine.ui.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.operators.KeyWish;
import fr.ondine.platform.operators.OperatorKey;
import fr.ondine.platform.operators.OperatorKeys;
import fr.ondine.ui.security.SignedInOperator;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import java.time.Clock;
import java.util.List;

/** The keys by which an operator's programs come in: made, shown this one time, ended. */
final class KeysCard extends Card {

    private final transient OperatorKeys keys;
    private final transient SignedInOperator signedIn;
    private final transient Clock clock;
    private final Div told = new Div();
    private final Div list = new Div();
    private final Div making = new Div();

    KeysCard(OperatorKeys keys, SignedInOperator signedIn, Clock clock) {
        super(Words.text("console.keys"));
        this.keys = keys;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassName("keys");
        add(new Paragraph(Words.text("console.keys.what")), told, list, making);
        show();
    }

    private void show() {
        var own = keys.of(signedIn.get());
        list.removeAll();
        if (!own.isEmpty()) {
            list.add(table(own));
        }
        making.removeAll();
        making.add(Button.secondary(Words.text("console.keys.new")).onPress(this::ask));
    }

    private ResponsiveTable table(List<OperatorKey> own) {
        var table = new ResponsiveTable()
                .column(Words.text("console.keys.name"))
                .column(Words.text("console.operators.permission"))
                .column(Words.text("console.keys.until"))
                .column(Words.text("console.keys.used"))
                .actionColumn(Words.text("console.operators.actions"));
        own.forEach(key -> table.row(
                new Span(key.name()),
                new Span(Words.permission(key.permission())),
                until(key),
                new Span(Words.moment(key.lastUsedAt())),
                ending(key)));
        return table;
    }

    private Component until(OperatorKey key) {
        return key.isExpiredAt(clock.instant())
                ? new Pill(Tone.WARN, Words.text("console.keys.expired"))
                : new Span(Words.day(key.expiresAt()));
    }

    private Button ending(OperatorKey key) {
        var button = Button.link(Words.text("console.keys.revoke")).onPress(() -> {
            keys.revoke(signedIn.get(), key.id());
            told.removeAll();
            told.add(Notice.plain(Tone.GOOD, Words.text("console.keys.revoked", key.name()))
                    .announced());
            show();
        });
        button.getElement().setAttribute("aria-label", Words.text("console.keys.revoke.of", key.name()));
        return button;
    }

    private void ask() {
        var name = TextField.text("key-name", Words.text("console.keys.name"))
                .help(Words.text("console.keys.name.help"))
                .autocomplete("off")
                .required()
                .explains("operators.key-name-missing", "operators.key-name-impossible");
        var permission = new Choice<>(
                "key-permission",
                Words.text("console.operators.permission"),
                signedIn.get().permission().all(),
                Words::permission);
        var life = new Choice<>("key-life", Words.text("console.keys.life"), List.of(KeyLife.values()), KeyLife::words);
        var password = TextField.password(
                        "password-for-key", Words.text("console.password.current"), "current-password")
                .required()
                .explains("factors.password-wrong");
        told.removeAll();
        making.removeAll();
        making.add(new Form(name, permission, life, password, Button.submit(Words.text("console.keys.send")))
                .onSubmit(() -> tell(keys.create(
                        signedIn.get(),
                        new KeyWish(
                                name.value(), permission.value(), life.value().duration()),
                        password.value()))));
    }

    private void tell(String key) {
        var shown = new Paragraph(key);
        shown.addClassName("secret");
        told.removeAll();
        told.add(new Notice(
                        Tone.GOOD,
                        Words.text("console.keys.done"),
                        new Paragraph(Words.text("console.keys.done.what")),
                        shown)
                .announced());
        show();
    }
}
