package fr.ondine.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinServletRequest;
import fr.ondine.platform.identity.Browser;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.passkeys.PasskeyAsked;
import java.util.function.Consumer;

/** Has the browser of the page that is worked on make or show a passkey, and goes on with what it answers. */
public final class PasskeyPrompt {

    private static final String LONGEST_NAME = "60";

    private PasskeyPrompt() {}

    /** Makes another one; otherwise {@code told} is given a sentence that says why not. */
    public static void make(PasskeyAsked asked, Consumer<String> then, Consumer<String> told) {
        ask("create", asked, then, told);
    }

    /** Shows one of those that are asked for. */
    public static void show(PasskeyAsked asked, Consumer<String> then, Consumer<String> told) {
        ask("get", asked, then, told);
    }

    /** At which host the page is that is worked on. */
    public static String host() {
        return VaadinServletRequest.getCurrent().getServerName();
    }

    /** By which its owner will know a new one; the browser's own name is a beginning. */
    public static TextField name() {
        var browser = Browser.of(VaadinServletRequest.getCurrent().getHeader("User-Agent"));
        return TextField.text("passkey-name", say("account.passkeys.name"))
                .help(say("account.passkeys.name.help"))
                .attribute("maxlength", LONGEST_NAME)
                .autocomplete("off")
                .required()
                .initially(browser.isKnown() ? say("account.devices.name", browser.name(), browser.system()) : "");
    }

    /** What to say of what went wrong, by the name that the browser gives it. */
    public static String failure(String name) {
        return say(
                switch (name) {
                    case "InvalidStateError" -> "shell.passkey.there-already";
                    case "NotAllowedError", "AbortError" -> "shell.passkey.given-up";
                    case "NotSupportedError", "SecurityError" -> "shell.passkey.not-here";
                    default -> "shell.passkey.failed";
                });
    }

    private static String say(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }

    private static void ask(String kind, PasskeyAsked asked, Consumer<String> then, Consumer<String> told) {
        UI.getCurrentOrThrow()
                .getPage()
                .executeJs("return window.ondinePasskey($0, $1)", kind, asked.options())
                .then(String.class, answer -> goOn(answer, then, told), broken -> told.accept(failure(broken)));
    }

    private static void goOn(String answer, Consumer<String> then, Consumer<String> told) {
        if (!answer.startsWith("{")) {
            told.accept(failure(answer));
            return;
        }
        try {
            then.accept(answer);
        } catch (DomainException refusal) {
            told.accept(Texts.refusal(refusal));
        }
    }
}
