package fr.ondine.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.tenancy.DatabaseAway;
import fr.ondine.platform.tenancy.OnItsWay;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.JsonNode;

/** Fields that are sent together, by the button or by Enter; a refusal of the domain is said beside the field it is about. */
@Tag("form")
public class Form extends HtmlContainer {

    private static final String TYPED = "Object.fromEntries(new FormData(event.target))";
    private static final String CHANGED = "Object.fromEntries(new FormData(event.target.form))";

    /** Of a file only its size is told, and nothing where none was chosen. */
    private static final String FILES = "Object.fromEntries([...new FormData(element)]"
            + ".map(([name, value]) => [name, value instanceof File ? value.name && String(value.size) : value]))";

    /**
     * Where the form went with the button that had the focus, it goes to what was said instead of to nothing, or where
     * nothing was, to the beginning of what came.
     */
    private static final String FOUND_AGAIN = """
            setTimeout(() => {
              const held = document.activeElement;
              const lost = held === document.body || !held.getClientRects().length;
              const said = lost && document.querySelector('main .notice[role=status]');
              const next = said || lost && document.querySelector('main h1');
              if (next) {
                next.tabIndex = -1;
                next.focus({ preventScroll: !said });
              }
            });""";

    private static final Logger LOG = LoggerFactory.getLogger(Form.class);

    private final ErrorSummary faults = new ErrorSummary();

    public Form(Component... content) {
        getElement().setAttribute("novalidate", "");
        super.add(faults);
        add(content);
    }

    /** Runs {@code action} with the fields filled as the person left them, unless one of them cannot be right: all such are refused together. */
    public Form onSubmit(Runnable action) {
        getElement()
                .addEventListener("submit", submitted -> {
                    take(submitted.getEventData().get(TYPED));
                    Proofs.around(this, () -> run(action));
                    keepFocus();
                })
                .addEventData(TYPED)
                .preventDefault();
        return this;
    }

    /**
     * Runs {@code action} each time the person has left a field changed, with all fields as they are then; what it refuses
     * is said beside the field alone.
     */
    public Form onChange(Runnable action) {
        getElement()
                .addEventListener("change", changed -> {
                    take(changed.getEventData().get(CHANGED));
                    accept();
                    action.run();
                })
                .addEventData(CHANGED);
        return this;
    }

    /** Lets the browser itself post the fields to an address that is not a page of the portal. */
    public Form posts(String path) {
        getElement().setAttribute("method", "post").setAttribute("action", path);
        return this;
    }

    /**
     * Lets the browser itself post the fields and their files, unless one of them cannot be right: then nothing is sent, so
     * that no chosen file is lost, and all such are refused together.
     */
    public Form postsFiles(String path, Runnable check) {
        getElement().setAttribute("enctype", "multipart/form-data");
        getElement()
                .addEventListener("submit", submitted -> {
                    take(submitted.getEventData().get(FILES));
                    lookAtFields();
                    check.run();
                    if (isAccepted()) {
                        send();
                    } else {
                        faults.show();
                    }
                })
                .addEventData(FILES)
                .preventDefault();
        getElement()
                .addEventListener("change", chosen -> {
                    take(chosen.getEventData().get(FILES));
                    fields().filter(FileField.class::isInstance)
                            .map(FileField.class::cast)
                            .forEach(FileField::weigh);
                })
                .setFilter("event.target.type === 'file'")
                .addEventData(FILES);
        return posts(path);
    }

    /** Has the browser post what it holds there, once its action has taken it: the page is left. */
    public void passOn(String path) {
        posts(path);
        send();
    }

    private void send() {
        getElement().executeJs("this.dispatchEvent(new Event('passed', { bubbles: true }))");
    }

    public Form postsFiles(String path) {
        return postsFiles(path, () -> {});
    }

    /** Refuses a field with a sentence that says what to do; to be called while a submission is worked on. */
    public void refuse(Field field, String sentence) {
        field.refuse(sentence);
        faults.tell(field, sentence);
    }

    /** Refuses the whole with a sentence that is about no field. */
    public void refuse(String sentence) {
        faults.tell(sentence);
    }

    /** Shows what was refused of a form that the browser itself posted, on the page that comes back. */
    public Form returned() {
        if (!isAccepted()) {
            faults.show();
        }
        return this;
    }

    /** Whether nothing has been refused so far in this submission. */
    public boolean isAccepted() {
        return faults.isClear();
    }

    private void take(JsonNode typed) {
        fields().forEach(field -> {
            var text = typed.get(field.name());
            field.typed(text == null || text.isNull() ? null : text.asString());
        });
    }

    private void accept() {
        faults.clear();
        fields().forEach(Field::accept);
    }

    private void lookAtFields() {
        accept();
        fields().forEach(field -> field.fault().ifPresent(sentence -> refuse(field, sentence)));
    }

    private void run(Runnable action) {
        lookAtFields();
        if (isAccepted()) {
            attempt(action);
        }
        if (!faults.isClear()) {
            faults.show();
        }
    }

    private static void keepFocus() {
        var ui = UI.getCurrent();
        if (ui != null) {
            ui.getPage().executeJs(FOUND_AGAIN);
        }
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (DomainException refusal) {
            refuse(refusal);
        } catch (DataAccessException | TransactionException failed) {
            refuse(getTranslation(away(failed)));
        }
    }

    private static String away(RuntimeException failed) {
        if (OnItsWay.isIn(failed)) {
            return "shell.form.moving";
        }
        if (!DatabaseAway.isIn(failed)) {
            throw failed;
        }
        LOG.warn("a form was not taken: the database is away", failed);
        return "shell.form.away";
    }

    private void refuse(DomainException refusal) {
        var sentence = Texts.refusal(refusal);
        fields().filter(field -> field.isAbout(refusal.code()))
                .findFirst()
                .ifPresentOrElse(field -> refuse(field, sentence), () -> refuse(sentence));
    }

    private Stream<Field> fields() {
        return below(this).filter(Field.class::isInstance).map(Field.class::cast);
    }

    private static Stream<Component> below(Component component) {
        return component.getChildren().flatMap(child -> Stream.concat(Stream.of(child), below(child)));
    }
}
