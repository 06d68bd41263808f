package fr.ondine.ui.shell;

import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One of several, in a native select. */
public final class Choice<T> extends Field {

    private final Element control = new Element("select");
    private final List<T> options;
    private T value;

    /** {@code options} holds at least one, the first of which is chosen until the person chooses. */
    public Choice(String name, String label, List<T> options, Function<T, String> words) {
        super(name, label);
        this.options = List.copyOf(options);
        this.value = options.getFirst();
        for (var index = 0; index < options.size(); index++) {
            control.appendChild(new Element("option")
                    .setAttribute("value", String.valueOf(index))
                    .setText(words.apply(options.get(index))));
        }
        build(control);
    }

    public T value() {
        return value;
    }

    public Choice<T> initially(T chosen) {
        value = chosen;
        var index = options.indexOf(chosen);
        control.getChild(index).setAttribute("selected", "");
        return this;
    }

    /** The first one again, whatever the person chose. */
    public Choice<T> clear() {
        value = options.getFirst();
        control.executeJs("this.selectedIndex = 0");
        return this;
    }

    /** Tells at once what the person chose, without waiting for a form. */
    public Choice<T> onChoice(Consumer<T> listener) {
        control.addEventListener("change", changed -> {
                    typed(changed.getEventData().get("event.target.value").asString());
                    listener.accept(value);
                })
                .addEventData("event.target.value");
        return this;
    }

    @Override
    boolean isMissing() {
        return false;
    }

    @Override
    Element control() {
        return control;
    }

    @Override
    void typed(@Nullable String text) {
        if (text != null && text.matches("\\d{1,6}") && Integer.parseInt(text) < options.size()) {
            value = options.get(Integer.parseInt(text));
        }
    }
}
