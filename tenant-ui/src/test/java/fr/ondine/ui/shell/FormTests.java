package fr.ondine.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;
import tools.jackson.databind.json.JsonMapper;

class FormTests {

    private final UI page = new UI();

    @Test
    void refuses_what_is_sent_while_the_database_is_away() {
        var form = sent(() -> {
            throw new CannotCreateTransactionException("", new SQLTransientConnectionException("waited in vain"));
        });

        assertThat(form.isAccepted()).isFalse();
    }

    @Test
    void accepts_what_is_sent_when_it_is_there() {
        assertThat(sent(() -> {}).isAccepted()).isTrue();
    }

    @Test
    void hides_no_mistake_of_ours_behind_such_a_sentence() {
        var mistake = new DataIntegrityViolationException("", new SQLException("twice", "23505"));

        assertThatThrownBy(() -> sent(() -> {
                    throw mistake;
                }))
                .isSameAs(mistake);
    }

    private Form sent(Runnable action) {
        var form = new Form().onSubmit(action);
        page.add(form);
        var nothing = JsonMapper.shared().createObjectNode();
        nothing.putObject("Object.fromEntries(new FormData(event.target))");
        form.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(form.getElement(), "submit", nothing));
        return form;
    }
}
