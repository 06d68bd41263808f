package fr.ondine.ui.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where whoever has signed in is led to: what a link asked for, as long as it is a page from here. */
class StaffSignInViewTests {

    @ParameterizedTest
    @ValueSource(strings = {"/gestion", "/gestion/equipe", "/gestion/comptes/01990000-aaaa?page=2&de=/a"})
    void a_page_from_here_is_gone_on_to(String wanted) {
        assertThat(StaffSignInView.isOurs(wanted)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/gestion",
                "//evil.example/gestion",
                "/\\evil.example",
                "/gestion.evil.example",
                "/gestion@evil.example",
                "/gestion/../autre",
                "/gestion\\..\\autre",
                "/gestion?a=\\\\evil.example",
                "javascript:alert(1)//gestion",
                " /gestion",
                "/gestion/a\n",
                "/tableau-de-bord"
            })
    void anything_else_is_not(String wanted) {
        assertThat(StaffSignInView.isOurs(wanted)).isFalse();
    }
}
