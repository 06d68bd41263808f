package fr.ondine.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFieldTests {

    @ParameterizedTest
    @ValueSource(strings = {"current-password", "new-password"})
    void a_password_is_hidden_and_whoever_keeps_it_for_the_person_may_fill_it_in(String purpose) {
        var input = within(TextField.password("p", "Mot de passe", purpose).getElement())
                .filter(element -> !element.isTextNode() && element.getTag().equals("input"))
                .findFirst()
                .orElseThrow();

        assertThat(input.getAttribute("type")).isEqualTo("password");
        assertThat(input.getAttribute("autocomplete")).isEqualTo(purpose);
        assertThat(input.getAttributeNames()).noneMatch(name -> name.startsWith("on") || name.equals("maxlength"));
    }

    private static Stream<Element> within(Element element) {
        return Stream.concat(Stream.of(element), element.getChildren().flatMap(TextFieldTests::within));
    }
}
