package fr.ondine.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where whoever has signed in is led to: what a link asked for, as long as it is a page from here. */
class OperatorSignInViewTests {

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/console/equipe", "/console/comptes/01990000-aaaa?page=2&de=/a"})
    void a_page_from_here_is_gone_on_to(String wanted) {
        assertThat(OperatorSignInView.isOurs(wanted)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/console",
                "//evil.example/console",
                "/\\evil.example",
                "/console.evil.example",
                "/console@evil.example",
                "/console/../autre",
                "/console\\..\\autre",
                "/console?a=\\\\evil.example",
                "javascript:alert(1)//console",
                " /console",
                "/console/a\n",
                "/tableau-de-bord"
            })
    void anything_else_is_not(String wanted) {
        assertThat(OperatorSignInView.isOurs(wanted)).isFalse();
    }
}
