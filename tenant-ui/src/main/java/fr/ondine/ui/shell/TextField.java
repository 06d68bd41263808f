package fr.ondine.ui.shell;

import com.vaadin.flow.dom.Element;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.EmailAddress;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A line, or several, of text in a native control, so that password managers and phone keyboards know it. */
public final class TextField extends Field {

    private final Element control;
    private String value = "";
    private UnaryOperator<@Nullable String> wrong = typed -> null;

    private TextField(String name, String label, Element control) {
        super(name, label);
        this.control = control;
    }

    public static TextField text(String name, String label) {
        return input(name, label, "text");
    }

    public static TextField email(String name, String label) {
        return input(name, label, "email").autocomplete("email").refusing(TextField::noAddress);
    }

    /** A password, with a button that shows what is typed; {@code autocomplete} is current-password or new-password. */
    public static TextField password(String name, String label, String autocomplete) {
        var field = new TextField(name, label, new Element("input").setAttribute("type", "password"));
        var show = new Element("button")
                .setAttribute("type", "button")
                .setAttribute("class", "button second")
                .setAttribute("data-reveal", name)
                .setAttribute("data-other", field.getTranslation("shell.password.hide"))
                .setAttribute("aria-controls", name)
                .setText(field.getTranslation("shell.password.show"));
        field.build(new Element("div").setAttribute("class", "reveal").appendChild(field.control, show));
        return field.autocomplete(autocomplete);
    }

    /** A whole number, typed with the numeric keyboard. */
    public static TextField digits(String name, String label) {
        var field = input(name, label, "text").attribute("inputmode", "numeric").autocomplete("off");
        field.addClassName("digits");
        return field;
    }

    public static TextField paragraphs(String name, String label) {
        var field = new TextField(name, label, new Element("textarea").setAttribute("rows", "6"));
        field.build(field.control);
        return field;
    }

    /** Lines of a program's language as they stand, none of them broken, each with its number beside it. */
    public static TextField code(String name, String label) {
        var field = new TextField(name, label, new Element("textarea").setAttribute("rows", "24"));
        var numbers = new Element("pre").setAttribute("aria-hidden", "true");
        field.build(new Element("div").setAttribute("class", "numbered").appendChild(numbers, field.control));
        field.addClassName("code");
        return field.attribute("spellcheck", "false")
                .attribute("autocapitalize", "off")
                .attribute("wrap", "off");
    }

    private static TextField input(String name, String label, String type) {
        var field = new TextField(name, label, new Element("input").setAttribute("type", type));
        field.build(field.control);
        return field;
    }

    public String value() {
        return value;
    }

    /** What the field holds before the person types. */
    public TextField initially(String text) {
        value = text;
        control.executeJs("this.value = $0; this.dispatchEvent(new Event('filled', { bubbles: true }))", text);
        return this;
    }

    public TextField clear() {
        return initially("");
    }

    public TextField autocomplete(String purpose) {
        return attribute("autocomplete", purpose);
    }

    /** Must be filled: an empty one is refused before the form's action. */
    public TextField required() {
        return attribute("required", "");
    }

    /** Must hold the same as another, or is refused with this sentence. */
    public TextField repeats(TextField first, String sentence) {
        return refusing(again -> again.equals(first.value()) ? null : sentence);
    }

    /** Must have so many characters, or is refused with this sentence. */
    public TextField atLeast(int characters, String sentence) {
        return refusing(typed -> typed.length() < characters ? sentence : null);
    }

    private TextField refusing(UnaryOperator<@Nullable String> fault) {
        wrong = fault;
        return this;
    }

    private static @Nullable String noAddress(String typed) {
        try {
            new EmailAddress(typed);
            return null;
        } catch (DomainException refused) {
            return Texts.refusal(refused);
        }
    }

    /** Any other attribute of the native control, such as {@code inputmode} or {@code maxlength}. */
    public TextField attribute(String attribute, String text) {
        control.setAttribute(attribute, text);
        return this;
    }

    @Override
    public TextField help(String sentence) {
        super.help(sentence);
        return this;
    }

    @Override
    public TextField explains(String... refusalCodes) {
        super.explains(refusalCodes);
        return this;
    }

    @Override
    boolean isMissing() {
        return control.hasAttribute("required") && value.isBlank();
    }

    @Override
    Optional<String> fault() {
        return super.fault()
                .or(() -> Optional.of(value).filter(typed -> !typed.isBlank()).map(wrong));
    }

    @Override
    Element control() {
        return control;
    }

    @Override
    void typed(@Nullable String text) {
        value = text == null ? "" : text;
    }
}
